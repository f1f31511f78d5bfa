#include "align/search/fast_exp.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("the fast exponential is within 1e-5 of the exact one", "[align][property]") {
  constexpr float step = 0.0137F;
  for (float value = -80; value < 0.3F; value += step) {
    const double exact = std::exp(static_cast<double>(value));
    CAPTURE(value);
    CHECK(std::abs(static_cast<double>(fast_exp(value)) - exact) <= 1e-5 * exact);
  }
}

}  // namespace hexapla
