#include "align/calibration.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("claims that come true as often as they say have no calibration error",
          "[align]") {
  const std::vector<Claim> honest{{0.75, true}, {0.75, true}, {0.75, true}, {0.75, false}};
  CHECK(expected_calibration_error(honest) == Approx(0).margin(1e-9));
  const std::vector<Claim> boasting{{1, true}, {1, false}};
  CHECK(expected_calibration_error(boasting) == Approx(0.5));
}

TEST_CASE("coverage counts from the surest claim on", "[align]") {
  const std::vector<Claim> claims{
      {0.6, false}, {0.99, true}, {0.9, true}, {0.8, false}, {0.7, true}};
  CHECK(coverage_at(1, claims) == Approx(0.4));
  CHECK(coverage_at(0.75, claims) == Approx(0.8));
  CHECK(coverage_at(0.5, {}) == 0);
}

}  // namespace hexapla
