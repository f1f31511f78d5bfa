#pragma once

#include "align/multitext.hpp"
#include "align/score.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// For each bitext, of the ways i - k - j over a segment k of a third language, how many
/// close: i and j are linked directly too. Where there is no third language, none of none.
[[nodiscard]] std::vector<Tally> closed_cycles(std::span<const Bitext> bitexts,
                                               std::span<const std::uint32_t> sizes);

}  // namespace hexapla
