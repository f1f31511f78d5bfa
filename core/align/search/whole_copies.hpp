#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <functional>
#include <span>
#include <vector>

namespace hexapla {

/// Where a passage is twice on one side, any part of the one copy and the rest of the
/// other may be left out at the same price. Moves such runs of empty beads to the front, as
/// long as the texts are the same, so that one copy is left out as a whole.
/// Shape: `beads` tile both sides in order and still do; each that comes to face others is
///        allowed.
void leave_out_whole_copies(std::vector<Bead>& beads,
                            std::span<const std::string_view> source,
                            std::span<const std::string_view> target,
                            const std::function<bool(const Bead&)>& is_allowed);

}  // namespace hexapla
