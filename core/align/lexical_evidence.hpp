#pragma once

#include "align/band.hpp"
#include "align/bead.hpp"
#include "align/lexicon.hpp"
#include "align/tokens.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

struct LexicalWeights {
  double known = 0.7;   ///< Share of a token's probability that the other side accounts for.
  double weight = 0.3;  ///< Of all lexical evidence: its tokens are far from independent.
};

/// What the words say for each bead in a band: for each token how much likelier the other
/// side makes it, summed up per segment and run so that a bead costs a few additions.
class LexicalEvidence {
 public:
  LexicalEvidence(const TokenSide& source, const TokenSide& target, const Lexicon& lexicon,
                  const Band& borders, std::uint32_t widest);

  void compute(const LexicalWeights& weights);

  /// Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

 private:
  const TokenSide& source_;
  const TokenSide& target_;
  const Lexicon& lexicon_;
  std::uint32_t widest_;
  Band segments_;  ///< Pairs of segments that some bead in the band holds.
  std::vector<float> of_targets_;  ///< Target segment given the source run that starts here.
  std::vector<float> of_sources_;  ///< Source segment given the target run that starts here.
};

}  // namespace hexapla
