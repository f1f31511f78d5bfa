#pragma once

#include <bit>
#include <cstdint>

namespace hexapla {

/// Natural logarithm of a positive normal number, within 1e-5: the lexical evidence asks
/// for some hundred millions, and the same bits come out on every machine. Source: the
/// exponent from the bits, and for the fraction in [2/3, 4/3) the series of the
///         logarithm with its last terms bent to the end of the interval.
[[nodiscard]] inline float fast_log(float value) noexcept {
  constexpr std::uint32_t bits_of_two_thirds = 0x3F2AAAAB;
  constexpr std::uint32_t exponent_mask = 0xFF800000;
  constexpr float log_of_smallest_step = 8.2629582881927490e-8F;  // ln 2 / 2^23
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t exponent = (bits - bits_of_two_thirds) & exponent_mask;
  const float x = std::bit_cast<float>(bits - exponent) - 1.0F;
  // ln(1 + x), |x| <= 1/3.
  const float x2 = x * x;
  float tail = -0.1574000F;
  tail = tail * x + 0.1673630F;
  tail = tail * x - 0.1666520F;
  tail = tail * x + 0.1994780F;
  tail = tail * x - 0.2499960F;
  tail = tail * x + 0.3333360F;
  tail = tail * x - 0.5F;
  return static_cast<float>(static_cast<std::int32_t>(exponent)) * log_of_smallest_step +
         (x + x2 * tail);
}

}  // namespace hexapla
