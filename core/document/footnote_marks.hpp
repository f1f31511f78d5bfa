#pragma once

#include "document/document.hpp"

#include <vector>

namespace hexapla {

/// The footnote marks in the body of `document`, whose text and blocks are complete: digits
/// glued to a closing mark (`恐慌。”1`, `panique »1.`), superscript digits, and digits
/// glued to a full stop or a word when the next footnote has that label. Shape: in the
/// order of the text; none in a document without footnotes.
[[nodiscard]] std::vector<FootnoteMark> footnote_marks(const Document& document);

}  // namespace hexapla
