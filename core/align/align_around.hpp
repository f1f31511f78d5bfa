#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Aligns what lies between beads that a person has confirmed; these stay as they are, with
/// confidence 1. The parts in between teach one lexicon.
/// Shape:  `confirmed` are in the order of both sides, inside them, and don't overlap; see
///         in_order().
[[nodiscard]] std::vector<Bead> align_around(std::span<const Bead> confirmed,
                                             const AlignmentSide& source,
                                             const AlignmentSide& target,
                                             const AlignSettings& settings,
                                             unsigned threads);

/// True when beads follow each other on both sides and lie inside them.
[[nodiscard]] bool in_order(std::span<const Bead> beads, std::uint32_t source_size,
                            std::uint32_t target_size);

}  // namespace hexapla
