#pragma once

#include <bit>
#include <cstdint>

namespace hexapla {

/// e to the power of a number from -80 to 0 (or little more), within 1e-5 of it: the search
/// asks for some hundred millions, several at once where the compiler sees a loop, and the
/// same bits come out on every machine. Source: 2 to the whole part by the bits of a float,
/// and for the rest, in [-1/2, 1/2], the series of the exponential with its last terms bent
/// to the ends of the interval.
[[nodiscard]] constexpr float fast_exp(float value) noexcept {
  constexpr float log2_of_e = 1.44269504F;
  constexpr std::int32_t bias = 127;
  constexpr std::int32_t fraction_bits = 23;
  const float power = value * log2_of_e;
  const auto whole = static_cast<std::int32_t>(power - 0.5F);
  const float x = power - static_cast<float>(whole);
  float sum = 1.33978035e-3F;
  sum = sum * x + 9.67770915e-3F;
  sum = sum * x + 5.55072138e-2F;
  sum = sum * x + 2.40222422e-1F;
  sum = sum * x + 6.93147201e-1F;
  sum = sum * x + 1.0F;
  return sum * std::bit_cast<float>((whole + bias) << fraction_bits);
}

}  // namespace hexapla
