#pragma once

#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A number as it is in running text, read as a value so that `1 774`, `1,774`, `١٧٧٤`
/// and `一千七百七十四` compare equal.
struct Number {
  ByteRange range;
  /// Canonical decimal: no grouping, point for the fraction, "1774", "0.5"; "2/3" for a
  /// fraction without an end; "+12129631234" for a telephone number.
  std::string value;
  bool in_words = false;  ///< Written out (three, trois, 三) rather than in digits.
  /// Third, 75th, 第三, VII: other languages may say it without a number.
  bool ordinal = false;
  bool fraction = false;  ///< A share in words: two thirds, 三分之二, ثلثي, half.
  bool negative = false;  ///< −5, minus five, 零下5度, 5 below zero; `value` has no sign.
  /// What the same figures may mean as well, or nothing: the 2 of "2 to 3 million" is two
  /// million, perhaps two; the groups of Arabic numbers may be in either order.
  std::string other_value;

  friend bool operator==(const Number&, const Number&) = default;
};

/// The numbers of `text` in order: digits of any script with the grouping habits of
/// `language`, and number words and Han numerals where they are certain to be numbers; no
/// articles (un, una). Multipliers are worked out: `5 万` is 50000, `million and a half`
/// 1500000.
/// Units: bytes from the start of `text`, which is valid UTF-8.
[[nodiscard]] std::vector<Number> numbers_in(std::string_view text, Language language);
/// The same for who has words_of(text) already.
[[nodiscard]] std::vector<Number> numbers_in(std::string_view text,
                                             std::span<const Word> words,
                                             Language language);

/// A Number's value times 10 to the power of `zeros`, without zeros that say nothing.
[[nodiscard]] std::string shifted(std::string value, std::size_t zeros);

}  // namespace hexapla
