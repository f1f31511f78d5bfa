#pragma once

#include "align/aligner.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// The segments of a Chinese side without blanks that belong to no text: strewn between its
/// characters by a PDF file, or put after every word by a program that cuts them. Such
/// blanks hide the words from whoever looks for characters that stand together. Shape: one
/// text a segment; nothing when the side is written as usual, where the few blanks
///        between characters part one thing from another and are kept.
[[nodiscard]] std::vector<std::string> without_strewn_blanks(const AlignmentSide& side);

}  // namespace hexapla
