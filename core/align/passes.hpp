#pragma once

#include "align/bead.hpp"
#include "align/guides.hpp"
#include "align/text_pair.hpp"

#include <optional>
#include <vector>

namespace hexapla {

/// An alignment, and how well the model that led to it explains the texts.
struct Outcome {
  std::vector<Bead> beads;
  std::vector<Bead> likely;               ///< See GuidedAlignment::likely.
  std::vector<Explanation> explanations;  ///< See GuidedAlignment::explanations.
  double log_likelihood = 0;  ///< Against that of texts that have nothing in common.
};

/// What is left when nothing was found.
[[nodiscard]] Outcome nothing_paired(const TextPair& texts);

/// The first attempt that finds anything at all: good enough to learn words from.
[[nodiscard]] Outcome first_outcome(const TextPair& texts, const Guides& guides,
                                    const AlignSettings& settings,
                                    const ModelSettings& model);

/// The best of several attempts to align two texts; nothing when all of them fail, since
/// the texts are too long to be searched closely for want of a place to begin.
[[nodiscard]] std::optional<Outcome> best_outcome(const TextPair& texts,
                                                  const Guides& guides,
                                                  const AlignSettings& settings,
                                                  const ModelSettings& model);

}  // namespace hexapla
