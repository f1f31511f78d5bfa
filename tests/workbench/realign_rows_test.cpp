#include "workbench/review/realign_rows.hpp"

#include "corpus/four_sentences.hpp"
#include "corpus/row_edits.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::realign_rows_test {
namespace {

/// The first two English sentences are one row too far down.
void put_astray(Store& store) {
  const Multitext multitext = store.multitext(1);
  store.decide(1,
               RowEdits(multitext).replace(
                   0, 3,
                   {{{0, 1}, {0, 0}}, {{1, 2}, {0, 1}}, {{2, 3}, {1, 3}}}),
               noon);
}

ReviewedWork reviewed(const Store& store) {
  return {store.decided_work(1), 1};
}

}  // namespace

TEST_CASE("rows are aligned again up to the next that a person confirmed",
          "[workbench][review]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  put_astray(store);
  const std::vector<Row> astray = store.multitext(1).rows;
  Decision nothing_said;
  nothing_said.kind = DecisionKind::clear;
  for (std::uint32_t row = 0; row < 3; ++row)
    for (BeadsBetween& pair : all_beads_of_row(store.multitext(1), row))
      nothing_said.beads.push_back(std::move(pair));
  store.decide(1, nothing_said, noon);
  Decision right;
  right.beads = all_beads_of_row(store.multitext(1), 3);
  store.decide(1, right, noon);
  const ReviewedWork work = reviewed(store);
  const RowRange rows = up_to_next_confirmed(work, 0);
  CHECK(rows.first == 0);
  CHECK(rows.last == 3);
  store.decide(1, realign_rows(work, rows, {}), noon);
  const DecidedWork now = store.decided_work(1);
  REQUIRE(now.multitext.rows.size() == 4);
  for (std::uint32_t row = 0; row < 4; ++row)
    CHECK(now.multitext.rows[row].runs ==
          std::vector<SegmentRun>{{row, row + 1}, {row, row + 1}});
  CHECK(now.verdicts[0] == Verdict::none);  // the machine's, not a person's
  CHECK(now.multitext.rows[0].confidence < 1);
  CHECK(now.verdicts[3] == Verdict::confirmed);
  CHECK(store.faults().empty());
  store.undo(1, noon);
  CHECK(store.multitext(1).rows[0].runs == astray[0].runs);
  CHECK(store.faults().empty());
}

TEST_CASE("what comes out as it is, or begins at a confirmed row, is refused",
          "[workbench][review][error]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  CHECK_THROWS_WITH(realign_rows(reviewed(store), {0, 4}, {}),
                    Catch::Contains("come out as they are"));
  Decision right;
  right.beads = all_beads_of_row(store.multitext(1), 1);
  store.decide(1, right, noon);
  CHECK_THROWS_WITH(up_to_next_confirmed(reviewed(store), 1),
                    Catch::Contains("is confirmed"));
}

}  // namespace hexapla::realign_rows_test
