#include "align/aligner.hpp"
#include "align/made_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla::long_gaps_test {
namespace {

using Texts = std::vector<std::string>;

std::vector<Bead> align_texts(const Texts& source, const Texts& target) {
  return align({languages::en, views_of(source), {}},
               {languages::fr, views_of(target), {}});
}

/// How many of the segments of `source` are alone with the segment of `target` that lies
/// `ahead` further on.
std::size_t pairs(const std::vector<Bead>& beads, const SegmentRun& source,
                  std::int64_t ahead) {
  std::size_t right = 0;
  for (const Bead& bead : beads)
    if (bead.source.size() == 1 && bead.target.size() == 1 &&
        bead.source.first >= source.first && bead.source.first < source.last &&
        std::int64_t{bead.source.first} + ahead == std::int64_t{bead.target.first})
      ++right;
  return right;
}

}  // namespace

TEST_CASE("a version that lacks its second third is aligned in the others", "[align]") {
  const MadeTexts made = made_sentences(600, 5);
  Texts target = made.target;
  target.erase(target.begin() + 200, target.begin() + 400);
  const auto beads = align_texts(made.source, target);
  REQUIRE(tiles(beads, 600, 400));
  CHECK(pairs(beads, {0, 200}, 0) >= 197);
  CHECK(pairs(beads, {400, 600}, -200) >= 197);
  CHECK(parallelism(beads) == Approx(0.8).margin(0.03));
}

TEST_CASE("200 foreign sentences in the middle do not move the rest", "[align]") {
  const MadeTexts made = made_sentences(300, 6);
  const MadeTexts foreign = made_sentences(200, 7);
  Texts target = made.target;
  target.insert(target.begin() + 150, foreign.source.begin(), foreign.source.end());
  const auto beads = align_texts(made.source, target);
  REQUIRE(tiles(beads, 300, 500));
  CHECK(pairs(beads, {0, 150}, 0) >= 147);
  CHECK(pairs(beads, {150, 300}, 200) >= 147);
}

TEST_CASE("a preface that stands on one side only is left alone", "[align]") {
  const MadeTexts made = made_sentences(200, 8);
  Texts source = made_sentences(60, 9).target;
  source.insert(source.end(), made.source.begin(), made.source.end());
  const auto beads = align_texts(source, made.target);
  REQUIRE(tiles(beads, 260, 200));
  CHECK(pairs(beads, {60, 260}, -60) >= 196);
}

TEST_CASE("texts that have nothing in common are told from versions", "[align]") {
  const MadeTexts one = made_sentences(150, 10);
  const MadeTexts other = made_sentences(150, 11);
  CHECK(parallelism(align_texts(one.source, other.source)) < least_parallel);
  CHECK(parallelism(align_texts(one.source, one.target)) > 0.95);
}

}  // namespace hexapla::long_gaps_test
