#pragma once

#include "document/pdf/page.hpp"

#include <cstddef>
#include <set>
#include <span>
#include <vector>

namespace hexapla {

/// Moves to `PdfPage::asides` what lies beside or below the text and would be read into it:
/// text that is turned or slants, large letters across the lines of a page (watermarks),
/// and the numbers of lines in a margin. A page most of which is turned is left as it is.
/// Numbers that are in pieces are joined first.
void set_asides_apart(std::span<PdfPage> pages);

/// For each page, the boxes that number its lines: figures below each other in a margin, as
/// drafts for discussion have them, that go up by a step of one or more and are beside
/// running text. Pages with few lines are told by the place of the numbers on others.
[[nodiscard]] std::vector<std::set<std::size_t>> line_numbers(
    std::span<const PdfPage> pages);

}  // namespace hexapla
