#pragma once

#include "document/pdf/page.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Marks in `pages` which spaces have glyphs of their own, which characters share one, and
/// which boxes are turned: their glyphs are at different heights.
///
/// `glyphs` are the same pages read with a negative word break threshold (`-wbt -100`):
/// then poppler puts a space after every glyph. Without them every gap counts as a space
/// (`progres s`), and nobody can tell the glyph ﻻ from ا and ل that are in this order.
/// Shape: from the first box of a page on that doesn't correspond, all are left as they
/// are.
void mark_glyphs(std::vector<PdfPage>& pages, const std::vector<PdfPage>& glyphs);

/// The text of `box` without the gaps that are no spaces: kerning, letter-spacing, wide
/// justification. Gaps are spaces where glyphs for the spaces of this font are in
/// `blanks`, boxes of white space on the same line from left to right.
[[nodiscard]] std::vector<PdfCharacter> spaced_text(const PdfBox& box,
                                                    std::span<const PdfBox* const> blanks);

}  // namespace hexapla
