#pragma once

// Private to number*.cpp: how the three notations of numbers are read.

#include "text/number/number.hpp"
#include "text/number/number_words.hpp"
#include "text/words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace hexapla {

struct NumberText {
  std::string_view text;
  std::span<const Word> words;
  Language language;
  const NumberWords& vocabulary;

  [[nodiscard]] std::string_view word(std::size_t index) const {
    return words[index].range.of(text);
  }
  /// What is between a word and the next one.
  [[nodiscard]] std::string_view gap_after(std::size_t index) const {
    const std::size_t begin = words[index].range.end;
    return text.substr(begin, words[index + 1].range.begin - begin);
  }
};

struct NumberRead {
  std::optional<Number> number;  ///< Nothing when these words are surely no number.
  std::size_t next = 0;          ///< The first word that was not read; after the start.
  std::size_t zeros = 0;  ///< Power of ten of the multiplier at its end: 6 for 5 million.
};

/// Digits, with their grouping, fraction, multiplier and ordinal suffix.
[[nodiscard]] NumberRead read_digits(const NumberText& text, std::size_t first);

/// A number in words of a script with spaces.
[[nodiscard]] NumberRead read_spelled(const NumberText& text, std::size_t first);

/// Han numerals.
[[nodiscard]] NumberRead read_han(const NumberText& text, std::size_t first);

/// A telephone number: +41 22 917 1234.
[[nodiscard]] std::optional<NumberRead> read_phone(const NumberText& text,
                                                   std::size_t first);

/// The ordinal 7 of Chapter VII.
[[nodiscard]] std::optional<NumberRead> read_roman(const NumberText& text,
                                                   std::size_t first);

/// Two thirds, les trois quarts, две трети, ثلثي, ½: a share in words or by its sign.
[[nodiscard]] std::optional<NumberRead> read_fraction(const NumberText& text,
                                                      std::size_t first);
/// "0.75" for 3 of 4, "2/3" for 4 of 6.
[[nodiscard]] std::string fraction_value(std::uint64_t share, std::uint64_t whole);
/// The sign ½ and its kin as a share of a whole.
[[nodiscard]] std::optional<std::pair<unsigned, unsigned>> vulgar_fraction(
    std::string_view word);
/// The tenths or whatever a "half" after a number or after what it counts makes of
/// `value`: 2.5 for two and a half, deux ans et demi, 两个半. Moves `last` after the words
/// that count nothing themselves.
[[nodiscard]] std::string with_half(const NumberText& text, std::string value,
                                    std::size_t zeros, std::size_t& last);

/// The 1960 of 20 世纪 60 年代; nothing when no decade starts there.
[[nodiscard]] std::optional<NumberRead> read_decade(const NumberText& text,
                                                    std::size_t first);

}  // namespace hexapla
