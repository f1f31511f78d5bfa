#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"
#include "align/belonging.hpp"
#include "align/lexicon/prior_lexicon.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace hexapla {

/// Two texts of a batch; all pairs of a batch are of the same two languages.
struct BatchPair {
  AlignmentSide source;
  AlignmentSide target;
};

/// A pair of a batch once it is aligned.
struct AlignedPair {
  std::vector<Bead> beads;                       ///< As align() makes them.
  std::optional<BelongingScore> belonging = {};  ///< When AlignSettings::judge asks.
};

/// Aligns each pair, lets all of them teach one lexicon, and aligns each again with it.
/// `finished` gets the number of a pair and what was made of it, as soon as that is there:
/// in any order, on any of the threads.
/// Shape: the same for any number of threads, and for any order of the pairs.
using FinishedPair = std::function<void(std::size_t number, const AlignedPair& aligned)>;
void align_batch(std::span<const BatchPair> pairs, const AlignSettings& settings,
                 unsigned threads, const FinishedPair& finished);

/// The beads by pair.
[[nodiscard]] std::vector<std::vector<Bead>> align_batch(std::span<const BatchPair> pairs,
                                                         const AlignSettings& settings,
                                                         unsigned threads);

/// What aligned texts teach of the words of their two languages. `beads` has an entry for
/// each pair. The same for any order of the pairs.
[[nodiscard]] PriorLexicon lexicon_of(std::span<const BatchPair> pairs,
                                      std::span<const std::vector<Bead>> beads);

}  // namespace hexapla
