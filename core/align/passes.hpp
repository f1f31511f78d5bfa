#pragma once

#include "align/bead.hpp"
#include "align/guides.hpp"
#include "align/text_pair.hpp"

#include <vector>

namespace hexapla {

/// An alignment, and how well the model that led to it explains the texts.
struct Outcome {
  std::vector<Bead> beads;
  std::vector<Bead> likely;               ///< See GuidedAlignment::likely.
  std::vector<Explanation> explanations;  ///< See GuidedAlignment::explanations.
  double log_likelihood = 0;  ///< Against that of texts that have nothing in common.
};

/// The best of several attempts to align two texts.
[[nodiscard]] Outcome best_outcome(const TextPair& texts, const Guides& guides,
                                   const AlignSettings& settings,
                                   const ModelSettings& model);

}  // namespace hexapla
