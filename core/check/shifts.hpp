#pragma once

// Private to core/check/.

#include "align/aligned_unit.hpp"
#include "check/word_links.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace hexapla {

/// Units, one behind the other, whose targets say what the sources of their neighbours say.
struct ShiftedStretch {
  std::size_t first = 0;
  std::size_t last = 0;  ///< Belongs to it.
  /// 1 when the source's counterpart stands in the next unit, -1 when in the one before.
  int by = 0;
};

/// The stretches of three units or more around those that are `suspicious` (a flag a unit).
/// Shape: in order, without a common unit.
/// Cost:  a look at the words of three pairs for each unit in or beside a suspicious run.
[[nodiscard]] std::vector<ShiftedStretch> shifted_stretches(
    std::span<const AlignedUnit> units, const std::vector<bool>& suspicious,
    LinkReader& links);

}  // namespace hexapla
