#pragma once

#include "align/aligner.hpp"
#include "align/guidance.hpp"
#include "align/lexical_evidence.hpp"
#include "align/lexicon.hpp"

namespace hexapla {

/// The numbers of the model, measured over all gold sets at once; see README.md.
struct ModelSettings {
  LexiconSettings lexicon;
  LexicalWeights lexical;
  double length_weight = 0.7;
  double prior_weight = 200;   ///< Beads that the first guess of the shapes counts for.
  double least_trained = 0.1;  ///< Beads less probable than this teach nothing.
  double empty_gain = 0.5;     ///< What a right empty bead is worth in decoding.
};

[[nodiscard]] std::vector<Bead> align_by(const AlignmentSide& source,
                                         const AlignmentSide& target,
                                         const AlignSettings& settings,
                                         const ModelSettings& model);

[[nodiscard]] GuidedAlignment align_guided_by(const AlignmentSide& source,
                                              const AlignmentSide& target,
                                              const Guidance& guidance,
                                              const AlignSettings& settings,
                                              const ModelSettings& model);

}  // namespace hexapla
