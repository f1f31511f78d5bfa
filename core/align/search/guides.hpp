#pragma once

#include "align/search/fixed_beads.hpp"

#include <functional>

namespace hexapla {

/// AlignmentConstraints in terms of the two folded sides on which the passes work.
struct Guides {
  FixedBeads fixed;
  /// See AlignmentConstraints::prior.
  std::function<float(const SegmentRun& source, const SegmentRun& target)> prior;

  /// The same for a part of both texts. Refers to this.
  [[nodiscard]] Guides part(const SegmentRun& source, const SegmentRun& target) const;
};

}  // namespace hexapla
