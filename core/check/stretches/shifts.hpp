#pragma once

// Private to core/check/.

#include "align/aligned_unit.hpp"
#include "check/word_links.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace hexapla {

/// Units, one after the other, whose two sides do not say the same.
struct StrayStretch {
  std::size_t first = 0;
  std::size_t last = 0;  ///< Belongs to it.
  /// How many units further on the counterpart of a source stands, negative when before; 0
  /// when nobody knows where.
  int by = 0;
  /// How much more strange than usual strangers and partners alike the sides are, summed
  /// up: nats, at most one a unit.
  double evidence = 0;
};

/// The stretches around those units that are `suspicious` (a flag a unit), by how well the
/// words of both sides account for each other, there and elsewhere in the document.
/// Shape: in order, without a common unit; none in documents too short to teach words.
/// Cost:  a look at the words of three pairs for each unit in or beside a suspicious run.
[[nodiscard]] std::vector<StrayStretch> stray_stretches(std::span<const AlignedUnit> units,
                                                        const std::vector<bool>& suspicious,
                                                        LinkReader& links);

}  // namespace hexapla
