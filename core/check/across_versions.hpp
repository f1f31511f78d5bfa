#pragma once

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"
#include "term/termbase.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Raises the confidence of missing terms that all other versions keep, and says so: a term
/// that five languages have and the sixth lacks is seldom left out for a good reason.
/// `rows` are units_of_rows(); their first cell is the pivot's where it has one. Looks only
/// at rows in which three other versions at least, the pivot among them, have a term for
/// the concept.
void weigh_by_other_versions(std::span<const AlignedUnit> rows, const Termbase& termbase,
                             Language pivot, std::vector<Finding>& findings);

}  // namespace hexapla
