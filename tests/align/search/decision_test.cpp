#include "align/search/decision.hpp"

#include <catch2/catch.hpp>

namespace hexapla::decision_test {
namespace {

const AlignmentSide english{
    languages::en,
    {"The Security Council met on 14 July 2006.", "The meeting rose at 6 p.m."},
    {}};
const AlignmentSide french{languages::fr,
                           {"Le Conseil de sécurité s’est réuni le 14 juillet 2006.",
                            "La séance est levée à 18 heures."},
                           {}};

/// Two segments a side of which the evidence says that they pair in order, by `nats`.
Lattice in_order(float nats) {
  Band band;
  band.rows.assign(3, {0, 3});
  band.settle(2);
  Lattice lattice(band, shapes_up_to(2), 2, 2);
  lattice.fill([&](const Lattice::BeadRow& row, std::span<float> scores) {
    const Shape shape = lattice.shapes()[row.shape];
    for (auto target = row.first; target < row.last; ++target)
      scores[target - row.first] =
          shape.source == 1 && shape.target == 1 && row.source == target ? nats : -3;
  });
  return lattice;
}

std::vector<Bead> runs_of(std::vector<Bead> beads) {
  for (Bead& bead : beads)
    bead.confidence = 1;
  return beads;
}

}  // namespace

TEST_CASE("witnesses that are heard later change the way that was found", "[align]") {
  const ModelSettings model;
  Guides guides;
  const auto heard = worth_keeping(in_order(2), 1, guides);
  REQUIRE(heard);
  guides.prior = [](const SegmentRun&, const SegmentRun&) { return 0.0F; };
  CHECK(runs_of(decided_with_witnesses(*heard, {guides, english, french, model}).beads) ==
        std::vector<Bead>{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}});
  guides.prior = [](const SegmentRun& source, const SegmentRun& target) {
    return source.size() == 2 && target.size() == 2 ? 0.0F : -20.0F;
  };
  CHECK(runs_of(decided_with_witnesses(*heard, {guides, english, french, model}).beads) ==
        std::vector<Bead>{{{0, 2}, {0, 2}}});
}

TEST_CASE("what witnesses have been heard for is not kept, they would be heard twice",
          "[align]") {
  Guides guides;
  guides.prior = [](const SegmentRun&, const SegmentRun&) { return 0.0F; };
  CHECK_FALSE(worth_keeping(in_order(2), 1, guides));
}

}  // namespace hexapla::decision_test
