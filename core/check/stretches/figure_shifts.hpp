#pragma once

// Private to core/check/.

#include "align/aligned_unit.hpp"
#include "check/stretches/shifts.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Stretches whose targets have the figures of the sources some units further on: they tell
/// of a shift even where so much is shifted that no word can be learnt. Shape: in order,
/// without a common unit. Cost:  linear.
[[nodiscard]] std::vector<StrayStretch> figure_shifts(std::span<const AlignedUnit> units);

}  // namespace hexapla
