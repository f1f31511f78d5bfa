#pragma once

#include "align/evidence/lexical_evidence.hpp"
#include "align/fast_log.hpp"
#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>

namespace hexapla {

/// How tokens of one side explain those of the other, in one direction.
struct WordKnowledge {
  const Dictionary& dictionary;
  const Vocabulary& vocabulary;
  const LexicalWeights& weights;

  /// Log ratio of a token that its causes make so many times likelier, as LexicalEvidence
  /// counts it. Units: nats.
  [[nodiscard]] float log_ratio(std::uint32_t effect, float ratio) const {
    const Trust& trust = weights.of(vocabulary.kind_of(effect));
    const auto known = static_cast<float>(trust.known);
    return static_cast<float>(trust.weight) * fast_log(1 - known + known * ratio);
  }
};

/// Two sides and what is known of their words in both directions.
struct SidesAndWords {
  const TokenSide& source;
  const TokenSide& target;
  WordKnowledge of_targets;  ///< Explained by sources.
  WordKnowledge of_sources;
};

}  // namespace hexapla
