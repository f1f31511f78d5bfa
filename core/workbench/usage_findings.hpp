#pragma once

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// What departs from the document's own usage, without a termbase: extract_terms() learns
/// which phrase renders which, and where nearly all places of a source phrase have its
/// rendering, each other one is a finding that names the majority.
/// `units` are of two cells, source first, or are passed over; findings in their order.
[[nodiscard]] std::vector<Finding> findings_against_usage(
    std::span<const AlignedUnit> units);

/// Adds `more` to `findings` of the same two languages, in order of their places, except
/// for what a finding on terms says already.
void add_findings(std::vector<Finding> more, std::vector<Finding>& findings);

}  // namespace hexapla
