#pragma once

#include "document/pdf/lines.hpp"

#include <span>

namespace hexapla {

/// Makes footnotes of the lines that are below a rule or in smaller letters at the foot
/// of a page or column and begin with a label, and of notes at the end of the document
/// whose labels are those of raised marks without a footnote. The rule becomes furniture.
/// Footnotes that begin get their label; their other lines, on whatever page, have none.
void mark_footnotes(std::span<PdfLine> lines);

/// A line of strokes only, as is above footnotes.
[[nodiscard]] bool is_note_rule(const PdfLine& line);

/// The size of the font in which most of the body is set.
[[nodiscard]] double body_size(std::span<const PdfLine> lines);

/// The labels in a run of raised characters, "1" and "2" of `1, 2`, by their places in
/// `line`.
struct RaisedMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string label;
};
[[nodiscard]] std::vector<RaisedMark> raised_marks(const PdfLine& line);

}  // namespace hexapla
