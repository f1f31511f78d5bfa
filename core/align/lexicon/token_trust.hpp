#pragma once

#include "align/bead.hpp"
#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/tokens.hpp"

#include <span>

namespace hexapla {

/// Learns for each token how far the other side accounts for it: a name whose translation
/// is in each bead with it says much where that is missing, a particle that nothing
/// explains says nothing anywhere. Sets Dictionary::trust in both directions, from the same
/// beads that the lexicon was trained on. Cost: as an iteration of the training.
void learn_trust(Lexicon& lexicon, const TokenSide& source, const TokenSide& target,
                 std::span<const Bead> beads);

}  // namespace hexapla
