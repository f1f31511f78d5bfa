#pragma once

#include "document/pdf/page.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Of a letter of a script written from right to left.
[[nodiscard]] bool is_right_to_left(char32_t code_point);

/// Whether most letters of `pages` are of a script written from right to left.
[[nodiscard]] bool is_right_to_left(std::span<const PdfPage> pages);

/// Whether the brackets in right-to-left text are named by their looks, so that `(` closes;
/// else by their meaning, as by LibreOffice. Told from which way more of them match.
[[nodiscard]] bool brackets_by_looks(std::span<const std::vector<PdfCharacter>> lines);

/// A line as it is read, from `line` as it is seen from left to right. Characters that
/// share a glyph stay in their order, marks after their letters.
/// Source: UAX #9, undone; ICU's UBIDI_REORDER_INVERSE_LIKE_DIRECT.
[[nodiscard]] std::vector<PdfCharacter> in_logical_order(
    const std::vector<PdfCharacter>& line, bool right_to_left);

/// Turns the brackets in right-to-left stretches of `line`, which is in logical order.
void turn_brackets(std::vector<PdfCharacter>& line);

/// Drops the strokes that make Arabic words longer in justified lines: tatweels, and what
/// some programs name their glyph after, a figure or a colon that is between two letters of
/// one word again and again. They go to `PdfPage::strokes`.
/// Shape: after mark_glyphs.
void drop_kashidas(std::vector<PdfPage>& pages);

}  // namespace hexapla
