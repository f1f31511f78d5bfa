#pragma once

#include "align/band.hpp"
#include "align/bead.hpp"
#include "align/evidence/evidence.hpp"
#include "align/evidence/repetition.hpp"
#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How far tokens of one kind are trusted.
struct Trust {
  double known = 0.7;  ///< Share of a token's probability that the other side accounts for.
  double weight = 0.5;  ///< Of its log ratio: tokens are far from independent.
};

struct LexicalWeights {
  Trust word;
  Trust han;
  Trust number;
  Trust mark;
  Trust anchor{0.9, 0.75};  ///< Few translators change a number or move it.

  [[nodiscard]] const Trust& of(TokenKind kind) const;
  /// The same with all weights times `factor`.
  [[nodiscard]] LexicalWeights scaled(double factor) const;
  /// The same without the tokens that belong to another kind of evidence.
  [[nodiscard]] LexicalWeights only(EvidenceKind kind) const;
  /// The same without the tokens that belong to `kinds`.
  [[nodiscard]] LexicalWeights without(const EvidenceSet& kinds) const;
};

/// What the words say for each bead in a band: for each token how much likelier the other
/// side makes it, summed up per segment and run so that a bead costs a few additions.
class LexicalEvidence {
 public:
  LexicalEvidence(const TokenSide& source, const TokenSide& target, const Band& borders,
                  std::uint32_t widest);

  void compute(const Lexicon& lexicon, const Vocabulary& vocabulary,
               const LexicalWeights& weights);

  /// Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  /// Adds the bonuses of neighbouring beads: `source` with runs of `target_size` segments,
  /// the first of which begins at `first_target`, the next one after it, and so on.
  void add_bonuses(const SegmentRun& source, std::uint32_t target_size,
                   std::uint32_t first_target, std::span<float> sums) const;

  /// Takes from the same beads what they claim too much where a segment only repeats its
  /// neighbour: its words are explained by those that explain the neighbour's, and the other
  /// side's are explained as well without it.
  void discount_repetition(const SegmentRun& source, std::uint32_t target_size,
                           std::uint32_t first_target, const Repetition& sources,
                           const Repetition& targets, std::span<float> sums) const;

 private:
  [[nodiscard]] float explained_targets(const SegmentRun& source,
                                        const SegmentRun& target) const;
  [[nodiscard]] float explained_sources(const SegmentRun& source,
                                        const SegmentRun& target) const;

  /// By row, then by the length of the run, then by the target, so that what is asked of
  /// neighbours lies together.
  [[nodiscard]] std::size_t place_of(std::uint32_t source, std::uint32_t target,
                                     std::uint32_t length) const {
    const auto& row = segments_.rows[source];
    return segments_.starts[source] * widest_ +
           std::size_t{length - 1} * (row.last - row.first) + (target - row.first);
  }

  const TokenSide& source_;
  const TokenSide& target_;
  std::uint32_t widest_;
  Band segments_;  ///< Pairs of segments that some bead in the band holds.
  std::vector<float>
      of_targets_;  ///< Target segment given the source run that starts here.
  std::vector<float>
      of_sources_;  ///< Source segment given the target run that starts here.
};

}  // namespace hexapla
