#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"
#include "align/lexicon/prior_lexicon.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Two texts of a batch; all pairs of a batch are of the same two languages.
struct BatchPair {
  AlignmentSide source;
  AlignmentSide target;
};

/// Aligns each pair, lets all of them teach one lexicon, and aligns each again with it.
/// Shape: beads by pair, as align() makes them. The same for any number of threads, and for
///        any order of the pairs.
[[nodiscard]] std::vector<std::vector<Bead>> align_batch(std::span<const BatchPair> pairs,
                                                         const AlignSettings& settings,
                                                         unsigned threads);

/// What aligned texts teach of the words of their two languages. `beads` has an entry for
/// each pair. The same for any order of the pairs.
[[nodiscard]] PriorLexicon lexicon_of(std::span<const BatchPair> pairs,
                                      std::span<const std::vector<Bead>> beads);

}  // namespace hexapla
