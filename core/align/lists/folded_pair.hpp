#pragma once

#include "align/aligner.hpp"
#include "align/alignment_constraints.hpp"
#include "align/lists/reordered_lists.hpp"
#include "align/search/fixed_beads.hpp"
#include "align/search/guides.hpp"

#include <vector>

namespace hexapla {

/// Two sides as a search sees them: what is fixed is a single segment, and so are lists
/// that the versions have in another order, where nobody has said anything yet; nothing of
/// them is joined to the text around them.
class FoldedPair {
 public:
  /// Refers to the sides and to `guidance`.
  FoldedPair(const AlignmentSide& source, const AlignmentSide& target,
             const AlignmentConstraints& guidance, const AlignSettings& settings);
  FoldedPair(const FoldedPair&) = delete;  // guides_ refers to the sides
  FoldedPair& operator=(const FoldedPair&) = delete;

  [[nodiscard]] const AlignmentSide& source() const noexcept { return source_.side(); }
  [[nodiscard]] const AlignmentSide& target() const noexcept { return target_.side(); }
  [[nodiscard]] const Guides& guides() const noexcept { return guides_; }

  /// True when lists are single segments here, though nobody has fixed them.
  [[nodiscard]] bool has_lists() const noexcept { return !lists_.empty(); }

  /// Beads of the sides as they were, none of which cuts what is folded.
  [[nodiscard]] std::vector<Bead> folded(std::vector<Bead> beads) const;
  /// What was found on the folded sides, by the segments that there were before, the
  /// entries of lists as far as they keep the order.
  void unfold(std::vector<Bead>& beads) const;
  [[nodiscard]] SegmentRun unfolded_source(const SegmentRun& run) const {
    return source_.unfolded(run);
  }
  [[nodiscard]] SegmentRun unfolded_target(const SegmentRun& run) const {
    return target_.unfolded(run);
  }

 private:
  std::vector<ReorderedList> lists_;
  std::vector<Bead> fixed_;  ///< Of both sides as they were, lists among them.
  FoldedSide source_;
  FoldedSide target_;
  Guides guides_;
};

}  // namespace hexapla
