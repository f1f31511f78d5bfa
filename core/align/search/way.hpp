#pragma once

#include "align/band.hpp"
#include "align/bead.hpp"
#include "align/search/lattice.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// A first alignment of texts that are too long to be searched at once.
struct Way {
  std::vector<Bead> beads;         ///< They tile both texts, in order.
  std::vector<Bead> likely;        ///< All that might be right, with those.
  std::vector<Passage> lost = {};  ///< Where it follows lengths alone; in order.
  std::vector<Passage> open = {};  ///< Where it is not to be relied on: all of it is searched.
};

/// The borders that the beads of a way touch, and a few round them: many where the way is
/// doubtful, few where it is sure.
/// Cost: linear; where more might be right than can be looked at, the best path alone
/// counts.
[[nodiscard]] Band corridor_of(const Way& way, std::uint32_t source_size,
                               std::uint32_t target_size);

/// How often each shape is in a way; of empty beads only those that are alone, since
/// long runs are not made of them.
[[nodiscard]] std::vector<double> shape_counts_of(std::span<const Bead> beads,
                                                  std::span<const Shape> shapes);

}  // namespace hexapla
