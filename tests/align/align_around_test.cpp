#include "align/align_around.hpp"

#include "align/made_texts.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("confirmed beads stay and the rest is aligned around them", "[align]") {
  const MadeTexts made = made_sentences(40, 30);
  const AlignmentSide source{languages::en, views_of(made.source), {}};
  const AlignmentSide target{languages::fr, views_of(made.target), {}};
  // Wrong, but a person has said so.
  const std::vector<Bead> confirmed{{{10, 12}, {10, 11}}, {{12, 13}, {11, 13}}};
  const auto beads = align_around(confirmed, source, target, {}, 1);
  REQUIRE(tiles(beads, 40, 40));
  for (const Bead& bead : confirmed)
    CHECK(std::ranges::find(beads, bead) != beads.end());
  CHECK(beads.back().source == SegmentRun{39, 40});
  CHECK(beads.back().target == SegmentRun{39, 40});
}

TEST_CASE("beads that cross or leave the text are out of order", "[align][edge]") {
  CHECK(in_order(std::vector<Bead>{{{0, 1}, {2, 3}}, {{1, 2}, {3, 3}}}, 2, 3));
  CHECK_FALSE(in_order(std::vector<Bead>{{{0, 1}, {2, 3}}, {{1, 2}, {0, 1}}}, 2, 3));
  CHECK_FALSE(in_order(std::vector<Bead>{{{0, 3}, {0, 1}}}, 2, 3));
}

}  // namespace hexapla
