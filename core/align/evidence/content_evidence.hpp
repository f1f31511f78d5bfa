#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// What says nothing translates nothing: an empty line, `***`, a dash. Such a segment faces
/// another of its kind or none, and is no part of a sentence beside it.
class ContentEvidence {
 public:
  ContentEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept {
    return source_.back() + target_.back() == 0;
  }

 private:
  /// By segment: how many before it hold no letter and no digit; one more than segments.
  using EmptyBefore = std::vector<std::uint32_t>;
  static EmptyBefore empty_before(const AlignmentSide& side);

  EmptyBefore source_;
  EmptyBefore target_;
};

}  // namespace hexapla
