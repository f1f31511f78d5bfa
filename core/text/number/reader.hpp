#pragma once

// Private to number*.cpp: how the three notations of numbers are read.

#include "text/number/number.hpp"
#include "text/number/number_words.hpp"
#include "text/words.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hexapla {

struct NumberText {
  std::string_view text;
  std::span<const Word> words;
  Language language;
  const NumberWords& vocabulary;

  [[nodiscard]] std::string_view word(std::size_t index) const {
    return words[index].range.of(text);
  }
  /// What stands between a word and the next one.
  [[nodiscard]] std::string_view gap_after(std::size_t index) const {
    const std::size_t begin = words[index].range.end;
    return text.substr(begin, words[index + 1].range.begin - begin);
  }
};

struct NumberRead {
  std::optional<Number> number;  ///< Nothing when these words are surely no number.
  std::size_t next = 0;          ///< The first word that was not read; after the start.
};

/// Digits, with their grouping, fraction, multiplier and ordinal suffix.
[[nodiscard]] NumberRead read_digits(const NumberText& text, std::size_t first);

/// A number in words of a script with spaces.
[[nodiscard]] NumberRead read_spelled(const NumberText& text, std::size_t first);

/// Han numerals.
[[nodiscard]] NumberRead read_han(const NumberText& text, std::size_t first);

/// The 1960 of 20 世纪 60 年代; nothing when no decade starts there.
[[nodiscard]] std::optional<NumberRead> read_decade(const NumberText& text,
                                                    std::size_t first);

}  // namespace hexapla
