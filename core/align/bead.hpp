#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Half-open run of segments [first, last) on one side of a bitext.
struct SegmentRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] std::uint32_t size() const noexcept { return last - first; }
  [[nodiscard]] bool empty() const noexcept { return first == last; }
  friend bool operator==(const SegmentRun&, const SegmentRun&) = default;
};

/// The smallest unit of an alignment: these source segments say what those target
/// segments say. Either run may be empty (an omission or an addition), never both.
struct Bead {
  SegmentRun source;
  SegmentRun target;
  double confidence = 1;  ///< Probability that exactly this bead is right, 0..1.

  friend bool operator==(const Bead&, const Bead&) = default;
};

/// A part of both texts.
struct Passage {
  SegmentRun source;
  SegmentRun target;

  friend bool operator==(const Passage&, const Passage&) = default;
};

/// True when `beads` cover [0, source_size) and [0, target_size) exactly once, in order of
/// the source. Beads may cross on the target side: signature lines and footnotes are in
/// different orders in different languages.
/// Every function that takes beads expects this; every function that makes them ensures it.
[[nodiscard]] bool tiles(std::span<const Bead> beads, std::uint32_t source_size,
                         std::uint32_t target_size);

/// True when an alignment that keeps the order could hold all of `beads`: they lie inside
/// the texts, none shares a segment with another, and none crosses another.
/// Shape: in any order; where an empty run stands doesn't matter.
[[nodiscard]] bool in_order(std::span<const Bead> beads, std::uint32_t source_size,
                            std::uint32_t target_size);

/// Every segment alone: what two texts that have nothing in common look like.
[[nodiscard]] std::vector<Bead> unpaired(std::uint32_t source_size,
                                         std::uint32_t target_size);

/// The share of all segments in `beads`, each bead's weighed from 0 to 1; 0 without any.
template <class Weigh>
[[nodiscard]] double share_of_segments(std::span<const Bead> beads, Weigh weigh) {
  double all = 0;
  double weighed = 0;
  for (const Bead& bead : beads) {
    const double segments = bead.source.size() + bead.target.size();
    all += segments;
    weighed += segments * weigh(bead);
  }
  return all == 0 ? 0 : weighed / all;
}

/// How parallel two texts are: the share of their segments that are expected to have a
/// partner, 0..1. Below `least_parallel` the texts aren't versions of one document.
[[nodiscard]] double parallelism(std::span<const Bead> beads);
inline constexpr double least_parallel = 0.25;

}  // namespace hexapla
