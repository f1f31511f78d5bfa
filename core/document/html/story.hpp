#pragma once

#include "document/html/notes.hpp"
#include "document/markup/scanner.hpp"
#include "document/markup/table.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Reads a page, which is valid UTF-8. One use.
class HtmlStoryReader {
 public:
  /// `name` is for messages.
  HtmlStoryReader(std::string_view source, std::string_view name);

  [[nodiscard]] MarkupStory read();

 private:
  /// An open element that holds others; paragraphs and words in bold are not tracked.
  struct Element {
    std::string name;
    std::size_t first_line = 0;
    bool furniture = false;
    bool note = false;      ///< All of it is one footnote.
    std::string list_type;  ///< Of a list: "1", "a", ...; empty for bullets.
    std::int32_t next_number = 1;
  };

  void start(const MarkupToken& token);
  void end(const MarkupToken& token);
  [[nodiscard]] bool skip(const MarkupToken& token);
  [[nodiscard]] bool is_hidden(const MarkupToken& token) const;
  [[nodiscard]] bool is_furniture(const MarkupToken& token) const;
  void open(const MarkupToken& token);
  void close(std::string_view name);
  void close_until(std::size_t depth);
  void close_implied(std::string_view name);
  void start_cell(const MarkupToken& token);
  void end_table();
  void start_item(const MarkupToken& token);
  void start_link(const MarkupToken& token);
  void start_note(const std::string& label, const MarkupToken& token);

  /// False when the lines of `source` end at spaces only.
  [[nodiscard]] static bool wraps_between_han(std::string_view source);
  void add_text(const MarkupToken& token);
  void add_collapsed(TextPiece piece);
  void add_kept(const TextPiece& piece);
  void add_words(TextPiece piece);
  void add_pending_space(std::string_view words);
  void end_line(bool paragraph_ends);

  MarkupScanner scanner_;
  std::string name_;
  HtmlNotes notes_;
  bool wraps_between_han_;
  MarkupStory story_;
  std::vector<Element> open_;
  std::vector<MarkupTable> tables_;                  ///< Those that are open.
  std::set<std::string, std::less<>> never_closed_;  ///< Names with no end tag ahead.
  std::uint32_t table_count_ = 0;                    ///< Of those that ended.
  MarkupLine line_;
  bool continues_ = false;          ///< The line follows a `<br>`.
  std::optional<TextPiece> space_;  ///< White space that waits for a word.
  std::optional<TextPiece> item_;   ///< A list's number that waits for a word.
  std::size_t preformatted_ = 0;    ///< How many `<pre>` are open.
  std::size_t blank_lines_ = 0;     ///< In `<pre>`, before this line.
  std::size_t furniture_ = 0;       ///< How many open elements are furniture.
  std::size_t articles_ = 0;        ///< How many parts with a footer of their own.
  bool in_heading_ = false;
  std::string mark_;               ///< The label of the mark that is open.
  bool way_back_ = false;          ///< Inside a note's link to its mark.
  bool below_own_number_ = false;  ///< A note's number was the last thing read.
  std::string note_;               ///< The label of the note that is open.
  bool note_is_element_ = false;   ///< It ends with an element, not with its line.
  bool note_begun_ = false;        ///< It has a line.
};

}  // namespace hexapla
