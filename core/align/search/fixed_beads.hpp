#pragma once

#include "align/aligner.hpp"
#include "align/alignment_constraints.hpp"
#include "align/band.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// One side on which each run of a fixed bead has become a single segment, so that a fixed
/// bead of any width is one of the shapes that every search knows.
class FoldedSide {
 public:
  /// `runs` are in order, disjoint and not empty. Refers to `side`.
  FoldedSide(const AlignmentSide& side, std::span<const SegmentRun> runs);

  /// Dies with this object.
  [[nodiscard]] const AlignmentSide& side() const noexcept { return folded_; }

  /// The segments that those of `run` were before.
  [[nodiscard]] SegmentRun unfolded(const SegmentRun& run) const {
    return {starts_[run.first], starts_[run.last]};
  }

  /// The folded number of the segment with which an original run begins.
  [[nodiscard]] std::uint32_t folded(std::uint32_t segment) const;

 private:
  AlignmentSide folded_;
  std::deque<std::string> joined_;     ///< Texts of folded runs, which others view.
  Embeddings embeddings_;              ///< Likewise; empty when nothing is folded.
  std::vector<std::uint32_t> starts_;  ///< First original segment of each, and the total.
};

/// Which beads a search may use beside fixed ones, all of them on folded sides.
class FixedBeads {
 public:
  FixedBeads() = default;
  FixedBeads(std::span<const Bead> fixed, std::uint32_t source_size,
             std::uint32_t target_size);

  /// False when the bead holds a segment of a fixed bead and is not that bead.
  [[nodiscard]] bool allow(const SegmentRun& source, const SegmentRun& target) const;

  /// True when nothing is fixed.
  [[nodiscard]] bool allow_all() const noexcept {
    return source_partners_.empty() && target_partners_.empty();
  }

  [[nodiscard]] bool has(const Bead& bead) const;

  /// The same for a part of both texts; what is fixed to something outside is free.
  [[nodiscard]] FixedBeads part(const SegmentRun& source, const SegmentRun& target) const;

  /// `band` with room for the fixed beads.
  [[nodiscard]] Band admitted(Band band, std::uint32_t target_size) const;

 private:
  static constexpr std::uint32_t free = 0xFFFFFFFF;   ///< In no fixed bead.
  static constexpr std::uint32_t alone = 0xFFFFFFFE;  ///< Fixed to have no partner.
  static bool fits(const std::vector<std::uint32_t>& partners, const SegmentRun& run,
                   const SegmentRun& other);

  std::vector<std::uint32_t> source_partners_;  ///< By source segment; may be empty.
  std::vector<std::uint32_t> target_partners_;
};

}  // namespace hexapla
