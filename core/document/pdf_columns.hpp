#pragma once

#include "document/pdf_page.hpp"

#include <vector>

namespace hexapla {

/// Boxes that are read together: a column, or what stands across the columns.
struct PdfArea {
  std::vector<const PdfBox*> boxes;
  bool column = false;
};

/// The areas of a page in reading order, found by the empty strips between columns of text.
/// Tables stay in one area: their cells leave much of their columns free.
/// Shape: each box of `page.boxes` is in one area. The pointers lead into `page`.
[[nodiscard]] std::vector<PdfArea> areas_of(const PdfPage& page, bool right_to_left);

}  // namespace hexapla
