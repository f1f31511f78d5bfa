#include "align/documents/triangulation.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// A witness by its beads with the source (witness segments on the target side) and with
/// the target (witness segments on the source side).
struct MadeWitness {
  std::vector<Bead> with_source;
  std::vector<Bead> with_target;
  std::uint32_t size = 0;
};

/// What one witness says between documents of `source_size` and `target_size` segments.
class MadeWitnesses {
 public:
  MadeWitnesses(const MadeWitness& made, std::uint32_t source_size,
                std::uint32_t target_size)
      : source_there_(made.with_source, &Bead::source, &Bead::target, source_size),
        source_on_(made.with_target, &Bead::source, &Bead::target, made.size),
        target_there_(made.with_target, &Bead::target, &Bead::source, target_size),
        target_on_(made.with_source, &Bead::target, &Bead::source, made.size),
        witnesses_(std::vector<WitnessPath>{{source_there_, source_on_}},
                   std::vector<WitnessPath>{{target_there_, target_on_}}) {}

  [[nodiscard]] float prior(const SegmentRun& source, const SegmentRun& target) const {
    return witnesses_.log_opinion(source, target);
  }
  [[nodiscard]] float agreement(const SegmentRun& source, const SegmentRun& target) const {
    return witnesses_.agreement(source, target);
  }

 private:
  LinkTable source_there_, source_on_, target_there_, target_on_;
  Triangulation witnesses_;
};

const std::vector<Bead> one_to_one{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 3}, {2, 3}}};

}  // namespace

TEST_CASE("a link table adds up what its beads say of each segment", "[align]") {
  const std::vector<Bead> likely{
      {{0, 1}, {0, 1}, .75}, {{0, 1}, {0, 2}, .25}, {{1, 2}, {2, 2}, .5}};
  const LinkTable table(likely, &Bead::source, &Bead::target, 2);
  REQUIRE(table.of(0).size() == 2);
  CHECK(table.of(0)[0].partner == 0);
  CHECK(table.of(0)[0].probability == Approx(1));
  CHECK(table.of(0)[1].probability == Approx(.25));
  CHECK(table.of(1).empty());
  CHECK(table.absent(1) == Approx(.5));
}

TEST_CASE("a witness speaks for what it translates and against what it doesn't",
          "[align]") {
  const MadeWitnesses says({one_to_one, one_to_one, 3}, 3, 3);
  CHECK(says.prior({1, 2}, {1, 2}) == Approx(0).margin(1e-6));
  CHECK(says.prior({1, 2}, {2, 3}) < -1);
  CHECK(says.prior({1, 2}, {}) < -.5);
  CHECK(says.agreement({1, 2}, {1, 2}) == 1);
  CHECK(says.agreement({1, 2}, {2, 3}) == 0);
}

TEST_CASE("a border that the witness has must not lie inside a bead", "[align]") {
  const MadeWitnesses says({one_to_one, one_to_one, 3}, 3, 3);
  CHECK(says.prior({0, 2}, {0, 2}) < -.5);
}

TEST_CASE("a witness that joined two segments can't say where they part", "[align]") {
  const std::vector<Bead> joined{{{0, 2}, {0, 1}}, {{2, 3}, {1, 2}}};
  const std::vector<Bead> joined_too{{{0, 1}, {0, 2}}, {{1, 2}, {2, 3}}};
  const MadeWitnesses says({joined, joined_too, 2}, 3, 3);
  CHECK(says.prior({0, 1}, {0, 1}) == Approx(says.prior({0, 1}, {1, 2})));
  CHECK(says.prior({0, 1}, {0, 1}) > says.prior({0, 1}, {2, 3}) + .5F);
}

TEST_CASE("parts that overlap crosswise have no border between them", "[align]") {
  // Source joins witness 0 and 1, target 1 and 2: only all of it belongs together.
  const std::vector<Bead> source{{{0, 1}, {0, 2}}, {{1, 2}, {2, 3}}};
  const std::vector<Bead> target{{{0, 1}, {0, 1}}, {{1, 3}, {1, 2}}};
  const MadeWitnesses says({source, target, 3}, 2, 2);
  CHECK(says.prior({0, 2}, {0, 2}) > says.prior({1, 2}, {0, 1}));
  CHECK(says.agreement({0, 2}, {0, 2}) > .5F);
  CHECK(says.agreement({1, 2}, {0, 1}) < .5F);
}

TEST_CASE("nobody objects where there is no witness", "[align][edge]") {
  const Triangulation nobody({}, {});
  CHECK(nobody.log_opinion({0, 1}, {5, 6}) == 0);
  CHECK(nobody.agreement({0, 1}, {5, 6}) == 1);
}

}  // namespace hexapla
