#pragma once

#include "text/utf8.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// The words of `text` as a reader takes them: as words_of() has them, but that characters
/// of Chinese which make one word stand together, and hyphens and apostrophes inside a word
/// part it. Shape:  in order, without white space; marks are words of their own. Source:
/// the dictionary of words shipped in ICU.
[[nodiscard]] std::vector<ByteRange> dictionary_words_of(std::string_view text);

}  // namespace hexapla
