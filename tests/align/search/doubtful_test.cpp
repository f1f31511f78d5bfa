#include "align/search/doubtful.hpp"

#include <catch2/catch.hpp>

namespace hexapla::doubtful_test {
namespace {

/// Pairs of one and one, so many of each confidence in turn.
std::vector<Bead> pairs(const std::vector<std::pair<std::uint32_t, double>>& runs) {
  std::vector<Bead> beads;
  std::uint32_t at = 0;
  for (const auto& [count, confidence] : runs)
    for (std::uint32_t i = 0; i < count; ++i, ++at)
      beads.push_back({{at, at + 1}, {at, at + 1}, static_cast<float>(confidence)});
  return beads;
}

}  // namespace

TEST_CASE("a long passage without a sure pair is told, with its edges", "[align]") {
  const auto passages = doubtful_passages(pairs({{200, .95}, {80, .2}, {200, .95}}));
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].source == passages[0].target);
  CHECK(passages[0].source.first <= 200);
  CHECK(passages[0].source.first >= 180);
  CHECK(passages[0].source.last >= 280);
  CHECK(passages[0].source.last <= 300);
}

TEST_CASE("a few doubtful pairs are no passage, and what lacks a side is none", "[align]") {
  CHECK(doubtful_passages(pairs({{200, .95}, {6, .2}, {200, .95}})).empty());
  CHECK(doubtful_passages({}).empty());
  std::vector<Bead> gap = pairs({{200, .95}});
  for (std::uint32_t i = 0; i < 100; ++i)
    gap.push_back({{200 + i, 201 + i}, {200, 200}, 1});
  for (std::uint32_t i = 0; i < 200; ++i)
    gap.push_back({{300 + i, 301 + i}, {200 + i, 201 + i}, .95F});
  for (const Passage& passage : doubtful_passages(gap))
    CHECK(passage.target.size() < passage.source.size());
}

TEST_CASE("passages side by side are one, and texts that are doubtful throughout have none",
          "[align]") {
  CHECK(doubtful_passages(pairs({{200, .95}, {60, .2}, {16, .9}, {60, .2}, {200, .95}}))
            .size() == 1);
  CHECK(doubtful_passages(pairs({{100, .95}, {300, .2}})).empty());
}

}  // namespace hexapla::doubtful_test
