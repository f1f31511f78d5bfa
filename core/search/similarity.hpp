#pragma once

#include "search/text_form.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A sentence that others are compared with, as translation memories do.
///
/// The score is in percent. 100: the same text. 99, 98, 97: the same words, but one, two or
/// three of letter case (or another way to write the letters), marks and spaces, and
/// numbers differ. Below, at most `most_with_other_words`: 100 (m - d) / m rounded down,
/// where m is the number of words of the longer text and d how many words must be put in,
/// left out or replaced to make one text of the other; Chinese characters count as words,
/// all numbers as the same word.
/// Source: word-based edit distance as in OmegaT's fuzzy matches; the classes above 95 as
///         in other tools, where nothing needs to be translated anew.
class SimilarSentence {
 public:
  static constexpr std::uint32_t most_with_other_words = 94;
  static constexpr std::size_t most_words = 1000;

  /// Errors: Fault::unsupported when it has no word, or more than `most_words`.
  explicit SimilarSentence(std::string_view sentence);

  /// Returns: 0 when it is sure to be below `least`.
  [[nodiscard]] std::uint32_t score(std::string_view text, std::uint32_t least) const;

  [[nodiscard]] const std::vector<TextForm>& forms() const noexcept { return forms_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  std::string text_;
  std::vector<TextForm> forms_;
};

}  // namespace hexapla
