#pragma once

// Private to core/extract/.

#include "text/language.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

struct StreamWord {
  std::uint32_t key = 0;    ///< Forms of one word have the same.
  std::uint32_t text = 0;   ///< Number of the text that it is in.
  ByteRange range;          ///< In that text.
  bool is_barrier = false;  ///< Punctuation, or the border between two texts.
  bool begins_no_term = false;
  bool ends_no_term = false;
  bool is_number = false;
  bool is_short = false;    ///< One character.
  bool joins_next = false;  ///< A hyphen or apostrophe glues it to the next word.
};

/// Many texts as one run of words, with a barrier before, between and after them.
struct WordStream {
  std::vector<StreamWord> words;
};

/// Hyphens and apostrophes that are glued on both sides are no barrier and no word.
[[nodiscard]] WordStream stream_of(std::span<const std::string_view> texts,
                                   Language language);

}  // namespace hexapla
