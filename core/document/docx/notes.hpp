#pragma once

#include "document/docx/package.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// The footnotes or the endnotes of a DOCX file: where their texts stand, and the labels
/// that their marks get in the order in which the body has them.
class DocxNotes {
 public:
  struct Note {
    ByteRange content;  ///< Paragraphs, in the part.
    std::string label;  ///< Empty until a mark refers to it.
  };

  /// `part` may be nullptr; `settings` and `document` are the XML that may say how notes
  /// are numbered, the document last.
  DocxNotes(const DocxPart* part, std::string_view note_name, std::string_view settings,
            std::string_view document);

  /// The label of the note, which gets the next number if it has none.
  std::string label_of(std::string_view id);

  /// `label` is a mark that the author typed. False, and nothing is set, when it is too
  /// long to be one.
  bool set_label(std::string_view id, std::string label);

  /// Those with a label, in the order in which they got it.
  [[nodiscard]] const std::vector<std::string>& in_order() const noexcept { return order_; }
  [[nodiscard]] const Note& note(std::string_view id) const {
    return notes_.find(id)->second;
  }
  /// Those that no mark refers to.
  [[nodiscard]] std::vector<ByteRange> orphans() const;
  /// nullptr when the file has no such part.
  [[nodiscard]] const DocxPart* part() const noexcept { return part_; }

 private:
  void read_format(std::string_view xml, std::string_view properties_name);

  const DocxPart* part_;
  std::map<std::string, Note, std::less<>> notes_;
  std::vector<std::string> order_;
  std::string format_;
  std::int32_t next_ = 1;
};

}  // namespace hexapla
