#pragma once

#include "align/borders/word_knowledge.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How well the words of two pieces of text explain each other. Keeps room for counting, so
/// that one serves for many pieces.
class ExplainedPair {
 public:
  explicit ExplainedPair(const SidesAndWords& sides)
      : sides_(sides), counts_(sides.of_targets.dictionary.unknown.size()) {}

  using Piece = std::span<const std::uint32_t>;  ///< Tokens of one side.

  /// Units: nats, in both directions. Shape: 0 when either piece is empty.
  /// Cost: linear in what is known of the tokens.
  [[nodiscard]] float nats(Piece source, Piece target) {
    if (source.empty() || target.empty()) return 0;
    return given(sides_.of_targets, source, target) +
           given(sides_.of_sources, target, source);
  }

 private:
  [[nodiscard]] float given(const WordKnowledge& words, Piece causes, Piece effects);

  const SidesAndWords& sides_;
  std::vector<float> counts_;  ///< Of causes, by token; 0 between calls.
};

}  // namespace hexapla
