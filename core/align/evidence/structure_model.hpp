#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <array>
#include <span>

namespace hexapla {

/// What the blocks of both texts say for a bead: translators keep paragraphs, so a bead
/// mostly begins a paragraph on both sides or on none, and seldom runs over a border.
/// How far this holds is learnt from the document. Silent where a side has no places.
class StructureModel {
 public:
  StructureModel(std::span<const SegmentPlace> source,
                 std::span<const SegmentPlace> target);

  /// Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  void learn(std::span<const Bead> beads);

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept {
    return source_.empty() || target_.empty();
  }

 private:
  /// How often beads begin blocks: by source, by target.
  using Counts = std::array<std::array<double, 2>, 2>;
  void derive(const Counts& counts, double crossings, double insides);

  std::span<const SegmentPlace> source_;
  std::span<const SegmentPlace> target_;
  std::array<std::array<float, 2>, 2> beginnings_{};  ///< Log ratio to chance.
  float crossing_ = 0;  ///< For each border of a block inside a bead.
};

}  // namespace hexapla
