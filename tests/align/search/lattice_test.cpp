#include "align/search/lattice.hpp"

#include <numeric>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Lattice full_lattice(std::uint32_t source_size, std::uint32_t target_size,
                     std::uint32_t widest = 2) {
  Band band;
  band.rows.assign(source_size + 1, {0, target_size + 1});
  band.settle(target_size);
  return {band, shapes_up_to(widest), source_size, target_size};
}

/// Asks for one bead at a time.
template <class Score>
void fill(Lattice& lattice, const Score& score) {
  lattice.fill([&](const Lattice::BeadRow& row, std::span<float> scores) {
    const Shape shape = lattice.shapes()[row.shape];
    for (auto target = row.first; target < row.last; ++target)
      scores[target - row.first] = score(
          Bead{{row.source, row.source + shape.source}, {target, target + shape.target}},
          row.shape);
  });
}

}  // namespace

TEST_CASE("posteriors of all beads that hold a segment sum to one", "[align][property]") {
  Lattice lattice = full_lattice(3, 4);
  fill(lattice, [](const Bead& bead, std::size_t shape) {
    return -0.3F * static_cast<float>(shape) - 0.1F * static_cast<float>(bead.target.first);
  });
  const auto posteriors = lattice.posteriors();
  double on_first_segment = 0;
  for (const Bead& bead : lattice.likely_beads(posteriors, 1e-9))
    if (bead.source.first == 0 && bead.source.last > 0) on_first_segment += bead.confidence;
  CHECK(on_first_segment == Approx(1).margin(1e-4));
  CHECK(posteriors.borders.back() == Approx(1).margin(1e-4));
}

TEST_CASE("a long run without partners is likelier than as many single omissions",
          "[align]") {
  constexpr float omission = -3.5F;
  Lattice lattice = full_lattice(40, 1);
  fill(lattice, [](const Bead& bead, std::size_t shape) {
    if (shape == omission_shape || shape == addition_shape) return omission;
    const bool last = bead.source == SegmentRun{39, 40} && bead.target == SegmentRun{0, 1};
    return last ? 0.0F : -20.0F;
  });
  const GapModel odds;
  const auto posteriors = lattice.posteriors();
  CHECK(posteriors.log_likelihood ==
        Approx(odds.open + 38 * odds.stay + odds.close).margin(0.3));
  CHECK(posteriors.shape_counts[omission_shape] < 1);
}

TEST_CASE("the likely path is the one that scores best by far", "[align]") {
  Lattice lattice = full_lattice(2, 3);
  fill(lattice, [](const Bead& bead, std::size_t) {
    const bool wanted = bead.source == SegmentRun{0, 1} && bead.target == SegmentRun{0, 2};
    const bool last = bead.source == SegmentRun{1, 2} && bead.target == SegmentRun{2, 3};
    return wanted || last ? 0.0F : -20.0F;
  });
  const auto posteriors = lattice.posteriors();
  const std::vector<float> worths(lattice.shapes().size(), 1);
  const auto path = lattice.best_path(worths, posteriors, posteriors.beads);
  REQUIRE(path.size() == 2);
  CHECK(path[0].target == SegmentRun{0, 2});
  CHECK(path[0].confidence == Approx(1).margin(1e-3));
}

TEST_CASE("a narrow band still leads from corner to corner", "[align][edge]") {
  Band band;
  band.rows = {{0, 1}, {5, 6}, {6, 7}};
  band.settle(6);
  CHECK(band.rows.front().first == 0);
  CHECK(band.rows.back().last == 7);
  for (std::size_t row = 1; row < band.rows.size(); ++row)
    CHECK(band.rows[row].first < band.rows[row - 1].last);
}

TEST_CASE("two pairs that speak for themselves are not one bead", "[align]") {
  const auto filled = [](float part) {
    Lattice lattice = full_lattice(2, 2);
    fill(lattice, [&](const Bead& bead, std::size_t) {
      if (bead.source.size() == 2 && bead.target.size() == 2) return 2 * part + 1;
      const bool is_part = bead.source == bead.target && bead.source.size() == 1;
      return is_part ? part : -20.0F;
    });
    lattice.discount_divisible();
    return lattice;
  };
  const auto beads_in = [](const Lattice& lattice) {
    const auto posteriors = lattice.posteriors();
    const std::vector<float> worths(lattice.shapes().size(), 1);
    return lattice.best_path(worths, posteriors, posteriors.beads).size();
  };
  CHECK(beads_in(filled(10)) == 2);
  CHECK(beads_in(filled(1)) == 1);
}

TEST_CASE("a bead is compared with its parts before they lose anything", "[align]") {
  // Of three pairs, two of them look like one bead: the first two or the last two.
  const std::uint32_t first_of_two = GENERATE(0U, 1U);
  Lattice lattice = full_lattice(3, 3, 3);
  fill(lattice, [&](const Bead& bead, std::size_t) {
    if (bead.source != bead.target) return -20.0F;
    if (bead.source.size() == 3) return 29.0F;
    if (bead.source.size() == 2) return bead.source.first == first_of_two ? 20.0F : -20.0F;
    return 10.0F;
  });
  lattice.discount_divisible();
  // 29 is less than 20 + 10, so it is worth 26; against 17 + 10 it would keep its 29.
  const auto beads = lattice.likely_beads(lattice.posteriors(), 0.1);
  CHECK(beads.size() == 3);
  for (const Bead& bead : beads)
    CHECK(bead.source.size() == 1);
}

}  // namespace hexapla
