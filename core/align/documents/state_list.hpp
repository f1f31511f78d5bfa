#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <vector>

namespace hexapla {

/// Aligns two lists of States, which each language sorts by its own alphabet: by the States
/// that are named, what is left by the sound of the names, a last one by elimination.
/// Shape: beads of one line each that tile both sides and may cross; a State that one side
///        lacks has no partner and moves no other.
[[nodiscard]] std::vector<Bead> align_state_lists(const AlignmentSide& source,
                                                  const AlignmentSide& target);

}  // namespace hexapla
