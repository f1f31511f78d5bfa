#include "align/search/whole_copies.hpp"

#include <catch2/catch.hpp>

namespace hexapla::whole_copies_test {
namespace {

const std::vector<std::string_view> source{"Un.", "Deux.", "Trois.", "Quatre."};
/// The second and the third sentence are there twice.
const std::vector<std::string_view> target{"一。", "二。", "三。", "二。", "三。", "四。"};

using Runs = std::vector<std::pair<SegmentRun, SegmentRun>>;

Runs whole(
    std::vector<Bead> beads,
    const std::function<bool(const Bead&)>& is_allowed = [](const Bead&) { return true; }) {
  leave_out_whole_copies(beads, source, target, is_allowed);
  Runs runs;
  for (const Bead& bead : beads)
    runs.emplace_back(bead.source, bead.target);
  return runs;
}

const std::vector<Bead> halves{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 2}, {2, 3}},
                               {{2, 2}, {3, 4}}, {{2, 3}, {4, 5}}, {{3, 4}, {5, 6}}};

}  // namespace

TEST_CASE("of a passage that stands twice one copy is left out as a whole", "[align]") {
  CHECK(whole(halves) == Runs{{{0, 1}, {0, 1}},
                              {{1, 1}, {1, 2}},
                              {{1, 1}, {2, 3}},
                              {{1, 2}, {3, 4}},
                              {{2, 3}, {4, 5}},
                              {{3, 4}, {5, 6}}});
}

TEST_CASE("what a person has linked stays where it is", "[align][edge]") {
  const Runs before{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 2}, {2, 3}},
                    {{2, 2}, {3, 4}}, {{2, 3}, {4, 5}}, {{3, 4}, {5, 6}}};
  CHECK(whole(halves, [](const Bead& bead) {
          return bead.source != SegmentRun{1, 2};
        }) == before);
}

TEST_CASE("what is left out and stands there once stays", "[align][edge]") {
  const std::vector<Bead> beads{{{0, 1}, {0, 1}},
                                {{1, 1}, {1, 2}},
                                {{1, 2}, {2, 4}},
                                {{2, 3}, {4, 5}},
                                {{3, 4}, {5, 6}}};
  CHECK(whole(beads)[1] == std::pair(SegmentRun{1, 1}, SegmentRun{1, 2}));
}

}  // namespace hexapla::whole_copies_test
