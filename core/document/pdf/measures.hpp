#pragma once

#include "document/pdf/lines.hpp"

#include <cstddef>
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
  double edge = 0;        ///< Where full lines end, there.
  bool bold = false;      ///< Most of the body is in bold type: then it means nothing.
  bool indented = false;  ///< What is below a gap is indented, headings aside.
  /// In columns, a gap or an indent follows the lines that leave room.
  bool columns_marked = false;
  struct Column {
    double margin = 0;
    double end = 0;  ///< Where its longest line ends.
  };
  /// By page and area.
  std::map<std::pair<std::uint32_t, std::uint32_t>, Column> columns;

  [[nodiscard]] double margin_of(const PdfLine& line) const;
  [[nodiscard]] bool is_indented(const PdfLine& line) const;
  /// Whether `line`, of a column, ended before that was full.
  [[nodiscard]] bool leaves_room(const PdfLine& line) const;
  /// Whether `line` leaves no room for a word of so many columns of letters.
  [[nodiscard]] bool is_full(const PdfLine& line, std::size_t word) const;
  /// Whether a gap is between two lines of one page.
  [[nodiscard]] bool gap_between(const PdfLine& above, const PdfLine& line) const;
};

[[nodiscard]] PdfMeasures measures_of(std::span<const PdfLine> lines);

}  // namespace hexapla
