#pragma once

#include "align/bead.hpp"
#include "align/belonging.hpp"
#include "align/evidence/evidence.hpp"
#include "align/lexicon/lexicon.hpp"
#include "align/model.hpp"
#include "align/search/guides.hpp"
#include "align/search/lattice.hpp"

#include <memory>
#include <vector>

namespace hexapla {

/// What all kinds of evidence but the witnesses have said of the beads of two texts: enough
/// to decide again once there are witnesses, without asking the texts.
struct HeardEvidence {
  Lattice lattice;   ///< Before beads that could be cut lose by it.
  float temper = 1;  ///< How far the evidence is trusted when confidence is told.
};

/// An alignment, and how well the model that led to it explains the texts.
struct Outcome {
  std::vector<Bead> beads;
  std::vector<Bead> likely;               ///< See GuidedAlignment::likely.
  std::vector<Explanation> explanations;  ///< See GuidedAlignment::explanations.
  double log_likelihood = 0;       ///< Against that of texts that have nothing in common.
  std::vector<Lexicon> lexicons;   ///< What was learnt, by TextPair::views.
  std::vector<Passage> lost = {};  ///< See BelongingScore::lost.
  /// What led to it, where that is small and no witness had a say.
  std::shared_ptr<const HeardEvidence> heard = {};
};

/// Whose beads are decided on, and what else there is to know for it.
struct DecisionContext {
  const Guides& guides;
  const AlignmentSide& source;
  const AlignmentSide& target;
  const ModelSettings& model;
};

/// Decodes by what the evidence says, then tells how sure that is with less trust in it.
/// `lattice` has `posteriors`, and beads that could be cut have lost by it already.
[[nodiscard]] Outcome decoded_outcome(Lattice lattice,
                                      const Lattice::Posteriors& posteriors, float temper,
                                      const DecisionContext& context);

/// What may be kept of `lattice`, which nothing has lost by yet: nothing when it is large
/// or witnesses have been heard.
[[nodiscard]] std::shared_ptr<const HeardEvidence> worth_keeping(const Lattice& lattice,
                                                                 float temper,
                                                                 const Guides& guides);

/// The outcome when the witnesses of the guides are heard, too.
[[nodiscard]] Outcome decided_with_witnesses(const HeardEvidence& heard,
                                             const DecisionContext& context);

}  // namespace hexapla
