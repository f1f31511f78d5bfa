#pragma once

#include "align/aligner.hpp"
#include "align/alignment_constraints.hpp"
#include "align/evidence/lexical_evidence.hpp"
#include "align/lexicon/lexicon.hpp"
#include "align/search/lattice.hpp"

namespace hexapla {

/// The numbers of the model, measured over all gold sets at once; see README.md.
struct ModelSettings {
  LexiconSettings lexicon;
  LexicalWeights lexical;
  /// What machine translation says is trusted further, and what the source's own words say
  /// beside it less.
  LexiconSettings translation_lexicon{.identity = 2, .unknown = 1};
  double translation_weight = 0.4;  ///< For all kinds of tokens.
  double beside_translation = 0.5;  ///< Times the usual weights.
  GapModel runs;
  /// GapModel::stay of further attempts, for texts whose words tell little at first.
  float early_stay = -0.3F;
  float earliest_stay = -1.5F;
  double suspicious_share = 0.06;  ///< Of segments facing each other alone, for these.
  double length_weight = 0.7;
  double embedding_weight = 0.7;  ///< Neighbours are more alike than chance pairs.
  double prior_weight = 200;      ///< Beads that the first guess of the shapes counts for.
  double least_trained = 0.1;     ///< Beads less probable than this teach nothing.
  /// Kinds of evidence that depend on each other are summed up as if they did not; so
  /// much less are they trusted when confidence is told.
  float temper = 0.68F;
  float dictionary_temper = 0.63F;
  float translation_temper = 0.55F;
  double empty_gain = 0.5;  ///< What a right empty bead is worth in decoding.
};

[[nodiscard]] std::vector<Bead> align_by(const AlignmentSide& source,
                                         const AlignmentSide& target,
                                         const AlignSettings& settings,
                                         const ModelSettings& model);

[[nodiscard]] GuidedAlignment align_guided_by(const AlignmentSide& source,
                                              const AlignmentSide& target,
                                              const AlignmentConstraints& guidance,
                                              const AlignSettings& settings,
                                              const ModelSettings& model);

}  // namespace hexapla
