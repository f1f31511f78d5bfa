#include "align/rows.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::rows_test {
namespace {

using Runs = std::vector<SegmentRun>;

std::vector<Runs> runs_of(const std::vector<Row>& rows) {
  std::vector<Runs> result;
  for (const Row& row : rows)
    result.push_back(row.runs);
  return result;
}

}  // namespace

TEST_CASE("a row holds what the pivot shares with every other document", "[align]") {
  const std::vector<Bitext> bitexts{{0, 1, {{{0, 1}, {0, 2}, 0.9}, {{1, 2}, {2, 3}, 0.8}}},
                                    {0, 2, {{{0, 1}, {0, 1}, 0.7}, {{1, 2}, {1, 2}, 1}}}};
  const auto rows = rows_from(bitexts, std::vector<std::uint32_t>{2, 3, 2});
  CHECK(runs_of(rows) ==
        std::vector<Runs>{{{0, 1}, {0, 2}, {0, 1}}, {{1, 2}, {2, 3}, {1, 2}}});
  CHECK(rows[0].confidence == 0.7);
  CHECK(rows[1].confidence == 0.8);
}

TEST_CASE("a bead that joins two segments in one document joins their row in all",
          "[align]") {
  const std::vector<Bitext> bitexts{{0, 1, {{{0, 2}, {0, 1}}}},
                                    {0, 2, {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}}}};
  CHECK(runs_of(rows_from(bitexts, std::vector<std::uint32_t>{2, 1, 2})) ==
        std::vector<Runs>{{{0, 2}, {0, 1}, {0, 2}}});
}

TEST_CASE("lines that cross stay rows of their own", "[align]") {
  const std::vector<Bitext> bitexts{
      {0, 1, {{{0, 1}, {2, 3}}, {{1, 2}, {1, 2}}, {{2, 3}, {0, 1}}}}};
  CHECK(runs_of(rows_from(bitexts, std::vector<std::uint32_t>{3, 3})) ==
        std::vector<Runs>{{{0, 1}, {2, 3}}, {{1, 2}, {1, 2}}, {{2, 3}, {0, 1}}});
}

TEST_CASE("what the pivot lacks stands behind what it follows", "[align]") {
  const std::vector<Bitext> bitexts{
      {0, 1, {{{0, 1}, {1, 2}}, {{1, 2}, {2, 3}}, {{0, 0}, {0, 1}}, {{2, 2}, {3, 4}}}},
      {0, 2, {{{0, 1}, {0, 1}}, {{1, 1}, {1, 3}}, {{1, 2}, {3, 4}}}}};
  CHECK(runs_of(rows_from(bitexts, std::vector<std::uint32_t>{2, 4, 4})) ==
        std::vector<Runs>{{{}, {0, 1}, {}},
                          {{0, 1}, {1, 2}, {0, 1}},
                          {{}, {}, {1, 3}},
                          {{1, 2}, {2, 3}, {3, 4}},
                          {{}, {3, 4}, {}}});
}

TEST_CASE("a row takes in what stands in its hole", "[align][edge]") {
  // Bead 0-2 of the pivot is one row with target 0; what is between its parts in the
  // second target must come along.
  const std::vector<Bitext> bitexts{
      {0, 1, {{{0, 2}, {0, 1}}}},
      {0, 2, {{{0, 1}, {0, 1}}, {{1, 1}, {1, 2}}, {{1, 2}, {2, 3}}}}};
  CHECK(runs_of(rows_from(bitexts, std::vector<std::uint32_t>{2, 1, 3})) ==
        std::vector<Runs>{{{0, 2}, {0, 1}, {0, 3}}});
}

TEST_CASE("a pivot alone makes a row of each segment", "[align][edge]") {
  CHECK(rows_from({}, std::vector<std::uint32_t>{3}).size() == 3);
  CHECK(rows_from({}, std::vector<std::uint32_t>{0}).empty());
}

namespace {

const std::vector<Bead> straight{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}};

/// Of four documents; those of 1 and 2 have `beads`, all others are straight.
std::vector<Bitext> straight_but_for_1_and_2(const std::vector<Bead>& beads) {
  std::vector<Bitext> bitexts;
  for (std::uint32_t source = 0; source < 4; ++source)
    for (std::uint32_t target = source + 1; target < 4; ++target)
      bitexts.push_back({source, target, source == 1 && target == 2 ? beads : straight});
  return bitexts;
}

}  // namespace

TEST_CASE("rows that all pairs agree on are not disputed", "[align]") {
  const std::vector<Bitext> bitexts{{0, 1, straight}, {0, 2, straight}, {1, 2, straight}};
  const auto rows = rows_from(bitexts, std::vector<std::uint32_t>{2, 2, 2});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].agreement == 1);
  CHECK(!rows[1].disputed());
}

TEST_CASE("a bead that most languages contradict joins no rows, which say so", "[align]") {
  // The bead of 1-2 joins what all other pairs keep apart.
  const auto rows = rows_from(straight_but_for_1_and_2({{{0, 2}, {0, 2}, 0.9}}),
                              std::vector<std::uint32_t>{2, 2, 2, 2});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].runs == std::vector<SegmentRun>(4, SegmentRun{0, 1}));
  CHECK(rows[0].agreement == Approx(5.0 / 6));
  CHECK(rows[1].disputed());
}

TEST_CASE("a confirmed bead joins its rows against all others", "[align]") {
  const std::vector<Bead> joined{{{0, 2}, {0, 2}, 1}};
  const std::vector<ConfirmedBeads> confirmed{{1, 2, joined}};
  CHECK(rows_from(straight_but_for_1_and_2(joined), std::vector<std::uint32_t>{2, 2, 2, 2},
                  confirmed)
            .size() == 1);
}

TEST_CASE("two languages that share a row without a bead dispute it", "[align]") {
  const std::vector<Bead> apart{{{0, 1}, {0, 0}}, {{1, 1}, {0, 1}}};
  const std::vector<Bitext> bitexts{
      {0, 1, {{{0, 1}, {0, 1}}}}, {0, 2, {{{0, 1}, {0, 1}}}}, {1, 2, apart}};
  const auto rows = rows_from(bitexts, std::vector<std::uint32_t>{1, 1, 1});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].agreement == Approx(2.0 / 3));
}

}  // namespace hexapla::rows_test
