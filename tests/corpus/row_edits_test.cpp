#include "corpus/row_edits.hpp"

#include "align/rows.hpp"
#include "corpus/preamble.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

namespace hexapla::row_edits_test {
namespace {

const Stamp noon{"2020-11-03T12:00:00Z", "reviser"};
using Runs = RowEdits::Runs;

/// As the store applies them: onto the machine's alignment, in their order.
void apply(const Multitext& machine, const std::vector<Decision>& decisions,
           Multitext& now) {
  Multitext bare = machine;
  bare.rows.clear();
  DecidedAlignment decided_now = decided(bare, decisions);
  now.bitexts = std::move(decided_now.bitexts);
  now.rows = std::move(decided_now.rows);
  now.confirmed = std::move(decided_now.confirmed);
}

/// Rows without regard to where empty runs stand.
std::multiset<std::vector<std::pair<std::uint32_t, std::uint32_t>>> set_of(
    const std::vector<Runs>& rows) {
  std::multiset<std::vector<std::pair<std::uint32_t, std::uint32_t>>> set;
  for (const Runs& runs : rows) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> key;
    for (const SegmentRun& run : runs)
      key.emplace_back(run.empty() ? 0 : run.first, run.empty() ? 0 : run.last);
    set.insert(std::move(key));
  }
  return set;
}

std::vector<Runs> runs_in(const Multitext& multitext) {
  std::vector<Runs> rows;
  for (const Row& row : multitext.rows)
    rows.push_back(row.runs);
  return rows;
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t from_to(std::uint32_t first, std::uint32_t last) {
    return first + static_cast<std::uint32_t>(engine_() % (last - first + 1));
  }

 private:
  std::mt19937 engine_;
};

/// Beads in the order of both texts, of one, two or no segments a side.
std::vector<Bead> random_beads(std::uint32_t source_size, std::uint32_t target_size,
                               Dice& dice) {
  std::vector<Bead> beads;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  while (source < source_size || target < target_size) {
    const std::uint32_t of_source = std::min(dice.from_to(0, 2), source_size - source);
    const std::uint32_t of_target = std::min(dice.from_to(0, 2), target_size - target);
    if (of_source + of_target == 0) continue;
    beads.push_back({{source, source + of_source},
                     {target, target + of_target},
                     .1 * dice.from_to(1, 9)});
    source += of_source;
    target += of_target;
  }
  return beads;
}

/// Two to six versions whose pairs contradict each other as they like.
Multitext random_work(Dice& dice) {
  const std::vector<Language> all{languages::zh, languages::ar, languages::en,
                                  languages::es, languages::fr, languages::ru};
  Multitext multitext;
  const std::uint32_t count = dice.from_to(2, 6);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::vector<std::string> texts;
    for (std::uint32_t left = dice.from_to(2, 9); left > 0; --left)
      texts.emplace_back(dice.from_to(1, 9), 'x');
    multitext.documents.push_back(version_of(all[i], texts));
  }
  const auto sizes = sizes_of(multitext);
  for (std::uint32_t source = 0; source < count; ++source)
    for (std::uint32_t target = source + 1; target < count; ++target)
      multitext.bitexts.push_back(
          {source, target, random_beads(sizes[source], sizes[target], dice)});
  make_rows(multitext);
  return multitext;
}

/// What rows [first, last) could be instead: their segments cut elsewhere. Nothing when
/// they don't follow each other in some document.
std::optional<std::vector<Runs>> cut_elsewhere(const Multitext& multitext,
                                               std::uint32_t first, std::uint32_t last,
                                               Dice& dice) {
  const std::uint32_t parts = dice.from_to(1, 3);
  std::vector<Runs> wanted(parts);
  for (std::size_t document = 0; document < multitext.documents.size(); ++document) {
    SegmentRun hull{0, 0};
    for (std::uint32_t row = first; row < last; ++row) {
      const SegmentRun& run = multitext.rows[row].runs[document];
      if (run.empty()) continue;
      if (hull.empty()) {
        hull = run;
      } else if (hull.last != run.first) {
        return std::nullopt;
      }
      hull.last = run.last;
    }
    std::uint32_t at = hull.first;
    for (std::uint32_t part = 0; part < parts; ++part) {
      const std::uint32_t end = part + 1 == parts ? hull.last : dice.from_to(at, hull.last);
      wanted[part].push_back({at, end});
      at = end;
    }
  }
  return wanted;
}

/// The preamble with "Now, therefore," in a row of its own, without Chinese and Arabic.
Multitext with_astray_words() {
  Multitext multitext = preamble();
  multitext.bitexts = {
      {0, 1, {{{0, 1}, {0, 1}, .9}, {{1, 2}, {1, 2}, .9}, {{2, 3}, {2, 3}, .9}}},
      {0,
       2,
       {{{0, 1}, {0, 1}, .6},
        {{1, 1}, {1, 2}, .3},
        {{1, 2}, {2, 3}, .6},
        {{2, 3}, {3, 4}, .9}}},
      {1,
       2,
       {{{0, 1}, {0, 1}, .6},
        {{1, 1}, {1, 2}, .3},
        {{1, 2}, {2, 3}, .6},
        {{2, 3}, {3, 4}, .9}}}};
  make_rows(multitext);
  return multitext;
}

}  // namespace

TEST_CASE("rows are cut elsewhere by one decision, and all others stay",
          "[corpus][property]") {
  Dice dice(20201103);
  constexpr int most_edits = 10'000;
  int edits = 0;
  while (edits < most_edits) {
    const Multitext machine = random_work(dice);
    Multitext now = machine;
    std::vector<Decision> decisions;
    for (int of_work = 0; of_work < 20 && edits < most_edits; ++of_work) {
      const auto count = static_cast<std::uint32_t>(now.rows.size());
      const std::uint32_t first = dice.from_to(0, count - 1);
      const std::uint32_t last = std::min(count, first + dice.from_to(1, 3));
      const auto wanted = cut_elsewhere(now, first, last, dice);
      if (!wanted) continue;
      std::vector<Runs> expected = runs_in(now);
      expected.erase(expected.begin() + first, expected.begin() + last);
      for (const Runs& runs : *wanted)
        if (!std::ranges::all_of(runs, &SegmentRun::empty)) expected.push_back(runs);
      decisions.push_back(RowEdits(now).replace(first, last, *wanted));
      apply(machine, decisions, now);
      ++edits;
      if (set_of(runs_in(now)) == set_of(expected)) continue;
      CAPTURE(edits, now.documents.size(), first, last);
      REQUIRE(set_of(runs_in(now)) == set_of(expected));
    }
  }
}

TEST_CASE("words that stand astray in one language move with one decision", "[corpus]") {
  const Folder folder;
  const std::string file = folder.path("udhr.hexapla");
  Store::write_corpus(file, preamble(), {});
  Store store = Store::open(file);
  const std::vector<Row> before = store.multitext().rows;
  const Multitext multitext = store.multitext();
  const std::int64_t last_id = store.decided_work(1).ids[2];
  store.decide(1, RowEdits(multitext).push(0, 2, RowEdits::Towards::below), noon);
  const DecidedWork mended = store.decided_work(1);
  REQUIRE(mended.multitext.rows.size() == 3);
  CHECK(mended.multitext.rows[0].runs[2] == SegmentRun{0, 1});
  CHECK(mended.multitext.rows[1].runs[2] == SegmentRun{1, 3});
  CHECK(mended.verdicts ==
        std::vector<Verdict>{Verdict::confirmed, Verdict::confirmed, Verdict::none});
  CHECK(mended.ids[2] == last_id);
  CHECK(store.faults().empty());
  store.undo(1, noon);
  CHECK(store.multitext().rows == before);
  CHECK(store.faults().empty());
}

TEST_CASE("a row that gives away all it has goes away", "[corpus]") {
  const Multitext multitext = with_astray_words();
  REQUIRE(multitext.rows.size() == 4);
  const auto decision = RowEdits(multitext).push(1, 2, RowEdits::Towards::below);
  Multitext now;
  apply(multitext, {decision}, now);
  REQUIRE(now.rows.size() == 3);
  CHECK(now.rows[1].runs == Runs{{1, 2}, {1, 2}, {1, 3}});
  CHECK(RowEdits(multitext).join(1, 3) == decision);
}

TEST_CASE("a sentence moves up or down into a row that has none in its language",
          "[corpus]") {
  const Multitext multitext = with_astray_words();
  Multitext down;
  apply(multitext, {RowEdits(multitext).push(0, 0, RowEdits::Towards::below)}, down);
  CHECK(set_of(runs_in(down)) == set_of({{{0, 0}, {0, 1}, {0, 1}},
                                         {{0, 1}, {0, 0}, {1, 2}},
                                         {{1, 2}, {1, 2}, {2, 3}},
                                         {{2, 3}, {2, 3}, {3, 4}}}));
  Multitext up;
  apply(multitext, {RowEdits(multitext).push(2, 0, RowEdits::Towards::above)}, up);
  CHECK(set_of(runs_in(up)) == set_of({{{0, 1}, {0, 1}, {0, 1}},
                                       {{1, 2}, {0, 0}, {1, 2}},
                                       {{0, 0}, {1, 2}, {2, 3}},
                                       {{2, 3}, {2, 3}, {3, 4}}}));
}

TEST_CASE("a row is parted in all languages where their texts suggest", "[corpus]") {
  Multitext multitext = preamble();
  const RowEdits edits(multitext);
  Multitext joined;
  joined.documents = multitext.documents;
  apply(multitext, {edits.join(0, 2)}, joined);
  REQUIRE(joined.rows.size() == 2);
  const auto cuts = RowEdits(joined).likely_cuts(0, 2, 1);
  CHECK(cuts == std::vector<std::uint32_t>{1, 1, 1});
  Multitext parted;
  apply(multitext, {edits.join(0, 2), RowEdits(joined).part(0, cuts)}, parted);
  CHECK(parted.rows[0].runs == Runs{{0, 1}, {0, 1}, {0, 1}});
  CHECK(parted.rows[1].runs == Runs{{1, 2}, {1, 2}, {1, 3}});
}

TEST_CASE("a row without a partner can be confirmed: nothing is missing", "[corpus]") {
  const Folder folder;
  const std::string file = folder.path("udhr.hexapla");
  Multitext multitext = preamble();
  for (Bitext& bitext : multitext.bitexts)
    if (bitext.target == 2)
      bitext.beads = {{{0, 1}, {0, 1}, .9},
                      {{1, 1}, {1, 2}, .3},
                      {{1, 2}, {2, 3}, .9},
                      {{2, 3}, {3, 4}, .9}};
  make_rows(multitext);
  Store::write_corpus(file, multitext, {});
  Store store = Store::open(file);
  Decision right;
  right.beads = all_beads_of_row(store.multitext(), 1);
  store.decide(1, right, noon);
  CHECK(store.decided_work(1).verdicts[1] == Verdict::confirmed);
  CHECK(store.faults().empty());
  right.kind = DecisionKind::clear;
  store.decide(1, right, noon);
  CHECK(store.decided_work(1).verdicts[1] == Verdict::none);
  CHECK(store.faults().empty());
}

TEST_CASE("what the pairs of a work can't hold is refused", "[corpus][error]") {
  Multitext multitext = preamble();
  std::erase_if(multitext.bitexts, [](const Bitext& bitext) { return bitext.source == 1; });
  make_rows(multitext);
  const RowEdits edits(multitext);
  // Arabic and English without the pivot: no pair could join them.
  const std::vector<Runs> wanted{{{0, 1}, {0, 0}, {0, 0}}, {{1, 1}, {0, 1}, {0, 2}}};
  CHECK_THROWS_WITH(edits.replace(0, 1, wanted), Catch::Contains("can't hold such rows"));
  CHECK_THROWS_AS(edits.replace(0, 1, {{{0, 1}, {0, 1}, {0, 1}}}), Error);
  CHECK_THROWS_AS(edits.join(2, 4), Error);
  CHECK_THROWS_AS(edits.join(1, 2), Error);
  CHECK_THROWS_AS(edits.push(0, 0, RowEdits::Towards::above), Error);
  CHECK_THROWS_WITH(edits.push(2, 0, RowEdits::Towards::below),
                    Catch::Contains("no row below the last"));
  CHECK_THROWS_AS(edits.part(0, std::vector<std::uint32_t>{0, 0, 0}), Error);
}

}  // namespace hexapla::row_edits_test
