#pragma once

#include "document/pdf/lines.hpp"

#include <span>

namespace hexapla {

/// Makes running heads, page numbers and the like furniture: lines at the upper or lower
/// edge of the text that are at the same place on another page too, but for their
/// numbers, and a page's own number. Job numbers and what is beside them,
/// and heads with the symbol, are told by their look: see job_lines.hpp, head_lines.hpp.
void mark_furniture(std::span<PdfLine> lines, std::span<const PdfPage> pages);

}  // namespace hexapla
