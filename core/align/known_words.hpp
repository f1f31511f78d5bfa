#pragma once

#include "align/dictionary.hpp"
#include "align/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Two tokens of which somebody knows that one can translate the other.
struct KnownPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;  ///< 1 for the only word of an entry, less for words of a phrase.
};

/// What is taken for known of two sides before any bead is: that tokens which both share
/// translate each other, and what a dictionary says.
/// Shape: pairs are sorted by source, then target; each stands there once.
struct KnownWords {
  struct Pair {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    float forward = 0;   ///< As if the source token had called forth the other so often.
    float backward = 0;  ///< The other way round.
  };
  std::vector<Pair> pairs;

  [[nodiscard]] PriorCounts target_by_source() const;
  [[nodiscard]] PriorCounts source_by_target() const;
};
[[nodiscard]] KnownWords known_words(const TokenSide& source, const TokenSide& target,
                                     std::uint32_t vocabulary,
                                     std::span<const KnownPair> dictionary,
                                     const LexiconSettings& settings = {});

}  // namespace hexapla
