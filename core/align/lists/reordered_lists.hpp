#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <vector>

namespace hexapla {

/// Two versions of a list that each language sorts in its own way: organisations,
/// abbreviations, names.
struct ReorderedList {
  SegmentRun source;
  SegmentRun target;
  std::vector<Bead> beads;  ///< One entry each; they tile both runs and may cross.
};

/// The lists of short lines whose entries say that the order is another: entries are paired
/// by what is known of their words, by numbers and abbreviations, by the States they name
/// and by how they sound, and only those that fit each other clearly better than any other;
/// the rest have no partner. A list whose entries follow each other on both sides is none
/// of these, and is left to the search.
/// Shape: in the order of both sides.
/// Cost: linear, but for lists that may be versions of each other the product of their
///       entries.
[[nodiscard]] std::vector<ReorderedList> reordered_lists(const AlignmentSide& source,
                                                         const AlignmentSide& target,
                                                         const WordSources& words);

/// The same for an alignment that can't cross itself: of the pairs a longest series in
/// order; all other entries have no partner. Shape: beads tile both runs, and none crosses
/// another.
[[nodiscard]] std::vector<Bead> in_one_order(const ReorderedList& list);

}  // namespace hexapla
