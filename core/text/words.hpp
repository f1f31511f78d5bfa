#pragma once

#include "text/utf8.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hexapla {

enum class WordKind : std::uint8_t {
  letters,      ///< A run of letters and marks, inner apostrophes and hyphens not included.
  digits,       ///< A run of decimal digits of one script.
  han,          ///< One character of a script written without spaces.
  punctuation,  ///< One mark or symbol.
};

struct Word {
  ByteRange range;
  WordKind kind = WordKind::letters;

  friend bool operator==(const Word&, const Word&) = default;
};

/// The words of `text`, in order; white space and controls belong to none.
/// Units: bytes from the start of `text`, which is valid UTF-8.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// The same into `words`, for who reads many texts and wants no memory for each.
void words_of(std::string_view text, std::vector<Word>& words);

}  // namespace hexapla
