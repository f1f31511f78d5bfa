#pragma once

#include "align/band.hpp"
#include "align/length_model.hpp"
#include "align/shape.hpp"
#include "align/tokens.hpp"

#include <span>

namespace hexapla {

/// Where the alignment may run, told by lengths and rare tokens that both sides share.
/// Cost: linear in the number of segments; quadratic only where a side lacks a long
/// stretch.
[[nodiscard]] Band coarse_band(const TokenSide& source, const TokenSide& target,
                               const LengthModel& lengths, const ShapePrior& prior);

/// The borders of `band` that a path may well pass through, and a few around them.
[[nodiscard]] Band narrowed(const Band& band, std::span<const float> border_probabilities,
                            std::uint32_t target_size);

}  // namespace hexapla
