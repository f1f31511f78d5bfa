#pragma once

#include "align/search/fixed_beads.hpp"

#include <functional>

namespace hexapla {

/// A Guidance in terms of the two folded sides on which the passes work.
struct Guides {
  FixedBeads fixed;
  /// See Guidance::opinion.
  std::function<float(const SegmentRun& source, const SegmentRun& target)> opinion;
};

}  // namespace hexapla
