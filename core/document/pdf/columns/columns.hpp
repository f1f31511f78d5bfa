#pragma once

#include "document/pdf/page.hpp"

#include <optional>
#include <vector>

namespace hexapla {

/// Boxes that are read together: a column, or what stands across the columns.
struct PdfArea {
  std::vector<const PdfBox*> boxes;
  bool column = false;
};

/// How a page is set in two columns. Units: those of the page.
struct PdfColumns {
  double strip = 0;  ///< Where the empty strip between them begins.
  double left = 0;   ///< Where the lines of the left one start,
  double right = 0;  ///< and those of the right one.
};

/// The areas of a page in reading order, found by the empty strips between columns of text.
/// Tables stay in one area: their cells leave much of their columns free.
/// Shape: each box of `page.boxes` is in one area. The pointers lead into `page`.
/// `columns` are those of the last page that had any, and become those of this one: the end
/// of a document has too few lines to find them by.
[[nodiscard]] std::vector<PdfArea> areas_of(const PdfPage& page, bool right_to_left,
                                            std::optional<PdfColumns>& columns);

}  // namespace hexapla
