#pragma once

#include "document/document.hpp"

#include <vector>

namespace hexapla {

/// The footnote marks in the body of `document`, whose text and blocks are complete: digits
/// glued to a closing mark (`恐慌。”1`, `panique »1.`), superscript digits, `[1]` and
/// asterisks that a footnote has; digits glued to a full stop or a word, and `(1)`, where
/// the next footnote has that label. Formulas and units (CO2, km²), symbols (A/75/L.1) and
/// numbers are none.
/// Shape: in the order of the text; none in a document without footnotes. A bracketed
/// mark's range holds its brackets.
[[nodiscard]] std::vector<FootnoteMark> footnote_marks(const Document& document);

}  // namespace hexapla
