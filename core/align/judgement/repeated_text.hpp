#pragma once

#include "align/aligner.hpp"

namespace hexapla {

/// The share of the longer segments of `source` that are in `target` as they are, 0..1.
/// Shape: 0 where there are too few to tell: numbers and names are the same everywhere.
[[nodiscard]] double share_found_in(const AlignmentSide& source,
                                    const AlignmentSide& target);

/// The share of the longer segments of a side that have stood there before, 0..1.
[[nodiscard]] double share_repeated(const AlignmentSide& side);

}  // namespace hexapla
