#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

namespace hexapla {

/// A run of a side with all that is known of its segments. Refers to what `side` refers to.
[[nodiscard]] AlignmentSide part_of(const AlignmentSide& side, const SegmentRun& run);

}  // namespace hexapla
