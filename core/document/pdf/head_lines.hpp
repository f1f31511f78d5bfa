#pragma once

#include "document/pdf/lines.hpp"

#include <span>

namespace hexapla {

/// Makes furniture of the running heads below the first page: what is in a piece with a
/// line that ends in the symbol of the first page's masthead. This tells the head of a
/// document of two pages, too, whose words are at no other place.
void mark_symbol_heads(std::span<PdfLine> lines, std::span<const PdfPage> pages);

/// Where the masthead of the first page ends, from its upper edge, in units; 0 where no
/// symbol tells that there is one.
[[nodiscard]] double masthead_end(std::span<const PdfLine> lines,
                                  std::span<const PdfPage> pages);

}  // namespace hexapla
