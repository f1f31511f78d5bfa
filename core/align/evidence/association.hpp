#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace hexapla {

/// By whether the source has something, and whether the target has it.
template <class Number>
using TwoByTwo = std::array<std::array<Number, 2>, 2>;

/// By how much what was counted departs from chance. Units: nats.
[[nodiscard]] inline TwoByTwo<float> log_association(const TwoByTwo<double>& counts) {
  const double all = counts[0][0] + counts[0][1] + counts[1][0] + counts[1][1];
  TwoByTwo<float> logs{};
  for (std::size_t source = 0; source < 2; ++source) {
    for (std::size_t target = 0; target < 2; ++target) {
      const double by_chance = (counts[source][0] + counts[source][1]) *
                               (counts[0][target] + counts[1][target]) / all;
      logs[source][target] =
          static_cast<float>(std::log(counts[source][target] / by_chance));
    }
  }
  return logs;
}

}  // namespace hexapla
