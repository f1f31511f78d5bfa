#pragma once

#include "align/lexicon/known_words.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <optional>

namespace hexapla {

/// A pair of borders.
struct Meeting {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
};

/// Where two texts begin to say the same, wherever that is: the beginning of the chain of
/// blocks of segments that share most rare words, by what is known of these.
/// Shape:  near the place, within a block of some segments.
/// Returns: nothing when no chain is better than chance brings.
/// Cost:   linear; the table of blocks is never larger than a million.
/// Source: local alignment as in Smith and Waterman (1981), on blocks as in a dot plot.
[[nodiscard]] std::optional<Meeting> first_meeting(const TokenSide& source,
                                                   const TokenSide& target,
                                                   const KnownWords& known);

}  // namespace hexapla
