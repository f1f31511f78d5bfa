#pragma once

// Private to core/extract/.

#include "text/language.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A run of words, or of characters in scripts without spaces, that may be a term.
struct Phrase {
  std::string text;   ///< Its most frequent form.
  double length = 0;  ///< In words; two characters of Chinese are one.
  double free_count =
      0;  ///< How often it stands, less the mean count of longer phrases with it.
  std::vector<std::uint32_t> texts;  ///< Numbers of the texts that hold it, each once.
};

/// The phrases of `texts` that are in at least `least_count` of them and could be terms:
/// they hold no punctuation, begin and end with no stop word, and are between different
/// neighbours. Inflected forms count together.
/// Source: free_count is C-value's: Frantzi, Ananiadou and Mima (2000); neighbours: Feng et
/// al. (2004),
///         "Accessor variety".
[[nodiscard]] std::vector<Phrase> phrases_of(std::span<const std::string_view> texts,
                                             Language language, std::uint32_t least_count);

}  // namespace hexapla
