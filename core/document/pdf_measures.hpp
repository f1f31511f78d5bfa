#pragma once

#include "document/pdf_lines.hpp"

#include <map>
#include <span>
#include <utility>

namespace hexapla {

/// How the lines of a document are set, in the units of its pages.
struct PdfMeasures {
  double column = 1;      ///< Width of a letter of the body, as `display_width` counts.
  double line_pitch = 1;  ///< From the foot of a line to that of the next, in the body.
  double size = 1;        ///< Of the body's font.
  double margin = 0;      ///< Where most lines start, in pages without columns.
  bool bold = false;      ///< Most of the body is in bold type: then it means nothing.
  bool indented = false;  ///< What stands below a gap is indented, headings aside.
  /// The same for columns, by page and area.
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> column_margins;

  [[nodiscard]] double margin_of(const PdfLine& line) const;
  [[nodiscard]] bool is_indented(const PdfLine& line) const;
};

[[nodiscard]] PdfMeasures measures_of(std::span<const PdfLine> lines);

}  // namespace hexapla
