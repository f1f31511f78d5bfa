#pragma once

#include "segment/paragraph.hpp"

#include <string_view>

namespace hexapla {

/// What follows a mark that can end a sentence.
struct NextWords {
  char32_t first = 0;        ///< The first character that is no opening mark.
  std::size_t at = 0;        ///< Where `first` is.
  std::string_view word;     ///< The letters from there on. Lives as long as the text.
  bool is_opened = false;    ///< An opening mark is before it.
  bool is_inverted = false;  ///< It is `¿` or `¡`.
  bool is_lower = false;     ///< It starts in lower case, and not as `mRNA` does.
  bool starts_with_letter = false;  ///< Of a script without case, or upper-case.
  bool is_item = false;             ///< `(a)`, `ii)`, `1)`: the mark of an item.
};

/// What follows byte `at`, where white space begins.
[[nodiscard]] NextWords next_words(const Paragraph& paragraph, std::size_t at);

/// `next` is a number, a symbol, a Roman numeral, a letter or an abbreviation.
[[nodiscard]] bool is_number(const Paragraph& paragraph, const NextWords& next);

/// `iv`, `XII`: in one case, below forty.
[[nodiscard]] bool is_roman_numeral(std::string_view word);

}  // namespace hexapla
