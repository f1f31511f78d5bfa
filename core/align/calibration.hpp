#pragma once

#include <span>

namespace hexapla {

/// How sure an aligner was of a link, and whether it was right.
struct Claim {
  double confidence = 1;
  bool right = false;
};

/// Mean distance of claimed from real precision over ten bins of confidence, each weighted
/// with its claims. Source: Naeini et al. (2015), expected calibration error.
[[nodiscard]] double expected_calibration_error(std::span<const Claim> claims);

/// The greatest share of the claims, taken from the surest on, of which `precision` are
/// right.
[[nodiscard]] double coverage_at(double precision, std::span<const Claim> claims);

}  // namespace hexapla
