#include "align/cycles.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cycles_test {
namespace {

const std::vector<Bead> straight{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}};

}  // namespace

TEST_CASE("all ways close where all languages agree", "[align]") {
  const std::vector<Bitext> bitexts{{0, 1, straight}, {0, 2, straight}, {1, 2, straight}};
  for (const Tally& tally : closed_cycles(bitexts, std::vector<std::uint32_t>{2, 2, 2})) {
    CHECK(tally.all == 2);
    CHECK(tally.right == 2);
  }
}

TEST_CASE("a link that two others contradict leaves three ways open", "[align]") {
  const std::vector<Bead> crossed{{{0, 1}, {0, 2}}, {{1, 2}, {2, 2}}};
  const std::vector<Bitext> bitexts{{0, 1, straight}, {0, 2, straight}, {1, 2, crossed}};
  const auto tallies = closed_cycles(bitexts, std::vector<std::uint32_t>{2, 2, 2});
  CHECK(tallies[0].right == 1);  // 0-1 over 2: 0-0-0; 1-1-0 does not close
  CHECK(tallies[0].all == 2);
  CHECK(tallies[2].right == 1);  // 1-2 over 0: 0-0-0; 1-1-1 is no link
  CHECK(tallies[2].all == 2);
}

TEST_CASE("two languages have no cycles", "[align][edge]") {
  const auto tallies = closed_cycles(std::vector<Bitext>{{0, 1, straight}},
                                     std::vector<std::uint32_t>{2, 2});
  REQUIRE(tallies.size() == 1);
  CHECK(tallies[0].all == 0);
}

}  // namespace hexapla::cycles_test
