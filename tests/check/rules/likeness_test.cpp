#include "check/rules/likeness.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("likeness counts letters, not bytes or case", "[check]") {
  CHECK(likeness("Гянджа", "гянджа") == 1);
  CHECK(likeness("Goranboy", "Gorangoy") == Approx(1 - 1.0 / 8));
  CHECK(likeness("Артсах", "Арстах") == Approx(1 - 1.0 / 6));
  CHECK(likeness("", "") == 1);
  CHECK(likeness("Ganja", "") == 0);
  CHECK(likeness("甘贾", "甘孜") == Approx(0.5));
}

}  // namespace hexapla
