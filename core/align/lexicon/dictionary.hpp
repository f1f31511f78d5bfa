#pragma once

#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How often each token is on a side, and the sum.
struct Frequencies {
  std::vector<float> counts;
  double total = 0;

  Frequencies(const TokenSide& side, std::uint32_t vocabulary) : counts(vocabulary) {
    for (const auto token : side.tokens)
      ++counts[token];
    total = static_cast<double>(side.tokens.size());
  }
  [[nodiscard]] double probability(std::uint32_t token) const {
    return counts[token] / total;
  }
};

/// How often a token has called forth another, expected.
struct Count {
  std::uint32_t cause = 0;
  std::uint32_t effect = 0;
  float count = 0;
};

/// Which tokens of one side call forth which of the other, in one direction.
struct Dictionary {
  /// How much likelier a token becomes by a cause than it is anywhere: p(token | cause) /
  /// q.
  struct Entry {
    std::uint32_t cause = 0;
    float ratio = 0;
  };
  std::vector<std::uint32_t> starts;  ///< By token; one more than the vocabulary.
  std::vector<Entry> entries;
  /// By cause: the share of its translations that is unknown, told by frequency alone.
  std::vector<float> unknown;

  [[nodiscard]] std::span<const Entry> causes_of(std::uint32_t token) const {
    return std::span(entries).subspan(starts[token], starts[token + 1] - starts[token]);
  }
};

/// What is taken for known of the pairs of one direction before any text is read: as if
/// `count` of the cause had called forth the effect. Sorted by cause and effect.
using PriorCounts = std::vector<Count>;

/// Texts of as many segments on both sides say soon what short ones say late.
inline constexpr std::uint32_t long_side = 2000;

struct LexiconSettings {
  double discount = 0.8;  ///< Taken off each trained count.
  double identity = 1.0;  ///< A token is taken to translate itself as if seen so often.
  double unknown = 0;     ///< As often, a word calls forth nobody knows what.
  double unknown_beside_dictionary = 1;  ///< The same where a dictionary is given.
  double dictionary = 4.0;       ///< As often, a word, by what a dictionary says of it.
  double taught = 6.0;           ///< As often, a word whose translations texts have taught.
  unsigned iterations = 8;       ///< Of expectation and maximisation.
  unsigned long_iterations = 3;  ///< In texts of thousands of segments.
  std::uint32_t long_from = long_side;  ///< Segments on both sides of such texts.
};

/// What training expects of one direction. Most pairs are of those that tell nothing, so
/// they are only in the sums.
struct ExpectedCounts {
  std::vector<Count> counts;  ///< Those above LexiconSettings::discount.
  std::vector<float> sums;    ///< Of all, by cause.
};

/// The dictionary that expected counts of one direction make: discounted, without what
/// tells nothing, and with what was known before.
[[nodiscard]] Dictionary dictionary_from(ExpectedCounts expected,
                                         const PriorCounts& known,
                                         const Frequencies& effects,
                                         const LexiconSettings& settings);

}  // namespace hexapla
