#pragma once

#include "align/align_documents.hpp"
#include "align/aligner.hpp"
#include "align/lexical_evidence.hpp"
#include "align/lexicon.hpp"

namespace hexapla {

/// The numbers of the model, measured over all gold sets at once; see README.md.
struct ModelSettings {
  LexiconSettings lexicon;
  LexicalWeights lexical;
  double length_weight = 0.7;
  double prior_weight = 200;  ///< Beads that the first guess of the shapes counts for.
  double least_trained = 0.1;  ///< Beads less probable than this teach nothing.
  double empty_gain = 0.5;     ///< What a right empty bead is worth in decoding.
};

[[nodiscard]] std::vector<Bead> align_by(const AlignmentSide& source,
                                         const AlignmentSide& target,
                                         const AlignSettings& settings,
                                         const ModelSettings& model);

[[nodiscard]] std::vector<Bead> align_documents_by(const Version& source,
                                                   const Version& target,
                                                   const AlignSettings& settings,
                                                   const ModelSettings& model);

}  // namespace hexapla
