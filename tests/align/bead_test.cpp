#include "align/bead.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("beads tile two texts when each segment is in exactly one", "[align]") {
  CHECK(tiles(std::vector<Bead>{{{0, 1}, {0, 2}}, {{1, 3}, {2, 3}}}, 3, 3));
  CHECK(tiles(std::vector<Bead>{}, 0, 0));
}

TEST_CASE("beads that cross on the target side tile", "[align]") {
  CHECK(
      tiles(std::vector<Bead>{{{0, 1}, {2, 3}}, {{1, 2}, {1, 2}}, {{2, 3}, {0, 1}}}, 3, 3));
}

TEST_CASE("where an empty run stands does not matter", "[align][edge]") {
  CHECK(
      tiles(std::vector<Bead>{{{0, 1}, {7, 7}}, {{0, 0}, {0, 1}}, {{1, 2}, {1, 2}}}, 2, 2));
}

TEST_CASE("beads do not tile when a segment is missing, twice there, or out of order",
          "[align][edge]") {
  CHECK_FALSE(tiles(std::vector<Bead>{{{0, 1}, {0, 1}}}, 2, 1));
  CHECK_FALSE(tiles(std::vector<Bead>{{{0, 1}, {0, 1}}}, 1, 2));
  CHECK_FALSE(tiles(std::vector<Bead>{{{0, 1}, {0, 1}}, {{1, 2}, {0, 1}}}, 2, 1));
  CHECK_FALSE(tiles(std::vector<Bead>{{{1, 2}, {1, 2}}, {{0, 1}, {0, 1}}}, 2, 2));
}

TEST_CASE("a bead without any segment tiles nothing", "[align][edge]") {
  CHECK_FALSE(tiles(std::vector<Bead>{{{0, 1}, {0, 1}}, {{1, 1}, {1, 1}}}, 1, 1));
  CHECK_FALSE(tiles(std::vector<Bead>{{{1, 0}, {0, 1}}}, 1, 1));
}

TEST_CASE("beads that cross, overlap or leave the text are out of order", "[align][edge]") {
  CHECK(in_order(std::vector<Bead>{{{0, 1}, {2, 3}}, {{1, 2}, {3, 3}}}, 2, 3));
  CHECK(in_order(std::vector<Bead>{{{1, 2}, {2, 3}}, {{0, 1}, {0, 0}}}, 2, 3));
  CHECK_FALSE(in_order(std::vector<Bead>{{{0, 1}, {2, 3}}, {{1, 2}, {0, 1}}}, 2, 3));
  CHECK_FALSE(in_order(std::vector<Bead>{{{0, 1}, {0, 1}}, {{0, 2}, {1, 2}}}, 2, 3));
  CHECK_FALSE(in_order(std::vector<Bead>{{{0, 3}, {0, 1}}}, 2, 3));
}

}  // namespace hexapla
