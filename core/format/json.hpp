#pragma once

// Private to core/export/.

#include <cmath>

#include <nlohmann/json.hpp>

namespace hexapla {

/// Keeps the order in which keys were put in: the same bytes each time, and readable.
using Json = nlohmann::ordered_json;

/// To six digits after the point: what more a double holds is noise of its computation.
[[nodiscard]] inline double rounded(double confidence) {
  constexpr double digits = 1e6;
  return std::round(confidence * digits) / digits;
}

}  // namespace hexapla
