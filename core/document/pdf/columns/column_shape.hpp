#pragma once

#include "document/pdf/page.hpp"

#include <cstddef>
#include <vector>

namespace hexapla {

using PdfBoxes = std::vector<const PdfBox*>;

// Rows that two columns have side by side, at the least.
inline constexpr std::size_t fewest_column_rows = 6;

struct Extent {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
};

/// Of `boxes`, of which there is one at least.
[[nodiscard]] Extent extent_of(const PdfBoxes& boxes);

/// Of its height.
[[nodiscard]] double middle_of(const PdfBox& box);

/// Whether `boxes` are lines that fill a column from its top to its bottom.
[[nodiscard]] bool fills_column(const PdfBoxes& boxes);

/// Whether most of `boxes`, which are no more than a line each, are as wide as the lines of
/// a column of text.
[[nodiscard]] bool are_full_lines(const PdfBoxes& boxes, double width);

/// Hanging labels below each other, "(a)" and "12.", are no column beside their text.
[[nodiscard]] bool of_like_width(const PdfBoxes& boxes, const PdfBoxes& others);

/// Half of it or more is figures: part of a table.
[[nodiscard]] bool is_of_figures(const PdfBoxes& boxes);

/// Whether the paragraphs of two columns begin beside each other, the shorter one waiting
/// for the longer: then these are the rows of a table. In columns of text, gaps are alike.
[[nodiscard]] bool in_step(const PdfBoxes& left, const PdfBoxes& right);

/// Whether lines of `boxes` end in a short piece, "Yes" or "1.55", that stands apart below
/// others: two columns of a table.
[[nodiscard]] bool ends_in_cells(const PdfBoxes& boxes, bool right_to_left);

/// Whether figures or single words stand below each other in a strip of their own beside
/// the lines of `boxes`, if any: a column of a table, with its labels or its remarks.
[[nodiscard]] bool has_strip_of_cells(const PdfBoxes& boxes);

}  // namespace hexapla
