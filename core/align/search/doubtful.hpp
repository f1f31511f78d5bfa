#pragma once

#include "align/bead.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// True when a bead pairs segments and is more likely right than not.
[[nodiscard]] bool is_sure(const Bead& bead);

/// Long passages in which a way is hardly sure of anything, between places where it is:
/// once it has left the right one it can't come back, since it looks near itself only.
/// Shape: in order, without overlap; both sides have segments enough to be searched anew.
/// None
///        where less than half of all segments are sure, which tells of other texts.
/// `beads`: they tile both texts, in order on both sides.
[[nodiscard]] std::vector<Passage> doubtful_passages(std::span<const Bead> beads);

}  // namespace hexapla
