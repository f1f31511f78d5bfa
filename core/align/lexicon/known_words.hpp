#pragma once

#include "align/lexicon/dictionary.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Two tokens of which somebody knows that one can translate the other.
struct KnownPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  /// In a dictionary 1 for the only word of an entry, less for words of a phrase; in a
  /// lexicon that texts have taught, the probability of the target when the source is
  /// there.
  float forward = 0;
  float backward = 0;  ///< The other way round.
};

/// The pairs sorted by source and target, each once, with the greatest of its weights.
[[nodiscard]] std::vector<KnownPair> merged(std::vector<KnownPair> pairs);

/// What is known of the words of two texts before they are looked at.
struct KnownPairs {
  std::vector<KnownPair> dictionary;  ///< By people.
  std::vector<KnownPair> taught;      ///< By other texts.
};

/// What is taken for known of two sides before any bead is: that tokens which both share
/// translate each other, what a dictionary says, and what other texts have taught.
/// Shape: pairs are sorted by source, then target; each is there once.
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
                                     std::uint32_t vocabulary, const KnownPairs& given,
                                     const LexiconSettings& settings = {});

}  // namespace hexapla
