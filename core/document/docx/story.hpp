#pragma once

#include "document/docx/notes.hpp"
#include "document/docx/numbering.hpp"
#include "document/docx/styles.hpp"
#include "document/markup/scanner.hpp"
#include "document/markup/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What the body, the notes and the headers of one file share.
struct DocxContext {
  DocxStyles styles;
  DocxNumbering numbering;
  DocxNotes footnotes;
  DocxNotes endnotes;
  std::uint32_t tables = 0;  ///< That have been read.
};

/// Reads one story, in `range` of `xml`. One use.
class DocxStoryReader {
 public:
  /// `note_label` is printed where a note names its own number.
  DocxStoryReader(std::string_view xml, ByteRange range, DocxContext& context,
                  std::string note_label = {});

  [[nodiscard]] MarkupStory read();

 private:
  struct Paragraph {
    ByteRange tag;  ///< What says that it is in a list, or its start.
    std::vector<MarkupLine> lines;
    MarkupLine line;  ///< The one being read.
    std::string style;
    DocxParagraphProperties own;
    bool runs_on = false;  ///< Its end was deleted, or it is a drop cap.
    bool starts_page = false;
  };

  void start(const MarkupToken& token);
  void end(std::string_view name);
  [[nodiscard]] bool skip(const MarkupToken& token);
  [[nodiscard]] bool deletes_row(ByteRange properties) const;
  void start_properties(const MarkupToken& token);
  void start_structure(const MarkupToken& token);
  void start_run_content(const MarkupToken& token);
  void start_field(const MarkupToken& token);
  void refer_to_note(const MarkupToken& token, DocxNotes& notes);

  void start_paragraph(const MarkupToken& token);
  void end_paragraph();
  void end_line(bool starts_page);
  void add_label(Paragraph& paragraph);
  [[nodiscard]] std::optional<BlockKind> kind_of(const Paragraph& paragraph) const;
  void end_cell();
  void end_table();

  void add_text(const MarkupToken& token);
  void add_words(TextPiece piece);
  void add_plain_words(TextPiece piece);
  void add_symbol(const MarkupToken& token);
  void add_signs(const TextPiece& piece);
  void add_instead(std::string words, ByteRange source, std::string mark = {});
  [[nodiscard]] std::optional<std::string> value(const MarkupToken& token) const {
    return scanner_.attribute(token, "val");
  }
  void leave_out(std::string what, ByteRange range);
  [[nodiscard]] bool hidden() const;

  MarkupScanner scanner_;
  DocxContext& context_;
  std::string note_label_;
  MarkupStory story_;
  std::vector<Paragraph> open_;          ///< More than one inside a text box.
  std::optional<Paragraph> unfinished_;  ///< Waits for the paragraph that it goes on in.
  std::vector<MarkupLine> boxed_;        ///< Of text boxes: they follow their paragraph.
  std::vector<MarkupTable> tables_;      ///< Those that are open.
  std::vector<bool> choices_;            ///< For each open AlternateContent: one was read.
  std::vector<bool> fields_;             ///< For each open field: its result has begun.
  std::size_t instructions_ = 0;         ///< How many of `fields_` are false.
  bool in_paragraph_properties_ = false;
  bool in_run_properties_ = false;
  bool in_text_ = false;
  bool keeps_space_ = false;    ///< Of the text element.
  std::optional<bool> hidden_;  ///< As the run itself says.
  std::string run_style_;
  std::string font_;                    ///< Of the run.
  bool below_own_number_ = false;       ///< A note's number was the last thing read.
  std::optional<std::string> awaited_;  ///< The note whose mark is the next text.
  std::string typed_mark_;              ///< The mark that the text before was; else empty.
};

}  // namespace hexapla
