#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

struct ModelSettings;

/// Whether two texts are versions of one.
enum class Belonging : std::uint8_t {
  together,
  untold,  ///< They are too short to tell.
  apart,
};

/// What tells it.
struct BelongingScore {
  Belonging verdict = Belonging::together;
  /// How much better the texts explain each other than texts do that have nothing in
  /// common, by the model. Units: nats a segment.
  double gain = 0;
  /// The greatest such gain with the target's segments in disorder, which is what chance
  /// and learning by heart bring, as far as it was looked for: of texts that are apart, one
  /// that is too great; `gain` itself where that tells without any.
  double by_chance = 0;
  /// Where a long text was searched along lengths alone, since no words told the way, and
  /// most of what was found is doubtful. In order.
  std::vector<Passage> lost = {};

  friend bool operator==(const BelongingScore&, const BelongingScore&) = default;
};

/// What a search has made of two texts.
struct FoundAlignment {
  std::span<const Bead> beads;
  /// Against that of texts that have nothing in common. Units: nats.
  double log_likelihood = 0;
};

/// True when the likelihood of two texts says by itself that they belong together.
[[nodiscard]] bool is_clear(const AlignmentSide& source, const AlignmentSide& target,
                            double log_likelihood);

/// `found` by these settings, in order.
/// Cost:   nothing when its likelihood is clear; else that of aligning the texts once or,
///         where they belong together, some four times; of long ones only parts.
/// Source: a permutation test (Fisher 1935): what is learnt from texts in disorder shows
///         what the same texts in order would reach if they didn't belong together.
[[nodiscard]] BelongingScore belonging(const AlignmentSide& source,
                                       const AlignmentSide& target,
                                       const FoundAlignment& found,
                                       const AlignSettings& settings,
                                       const ModelSettings& model);

/// The same where the texts are still to be aligned by themselves.
[[nodiscard]] BelongingScore belonging(const AlignmentSide& source,
                                       const AlignmentSide& target,
                                       const AlignSettings& settings,
                                       const ModelSettings& model);

}  // namespace hexapla
