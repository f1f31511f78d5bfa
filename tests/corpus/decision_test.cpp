#include "corpus/decision.hpp"

#include "align/rows.hpp"
#include "corpus/bead_edits.hpp"
#include "corpus/database/sqlite.hpp"
#include "corpus/four_sentences.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
TEST_CASE("links are merged and split, and rows follow", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const std::vector<std::int64_t> before = ids_in(store);
  store.decide(1, edits_of(store.multitext()).merge({1, 1}), noon);
  CHECK(texts_in(store, languages::en) ==
        std::vector<std::string>{"Missiles killed 14 people. The attacks continue.",
                                 "We condemn this act.", "Please accept this."});
  const Multitext merged = store.multitext();
  CHECK(merged.bitexts[0].beads[0] == Bead{{0, 2}, {0, 2}, 1});
  const std::vector<std::int64_t> after = ids_in(store);
  CHECK(after[1] == before[2]);  // rows that stay keep their ids
  CHECK(after[0] > before[3]);   // and new ones never get an old one

  store.decide(1, edits_of(merged).split({1, 1}), noon);
  CHECK(store.multitext().rows.size() == 4);
  CHECK(store.faults().empty());
}

TEST_CASE("a border between links moves", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  store.decide(1, edits_of(store.multitext()).move({2, 2}, {2, 3}), noon);
  const std::vector<Bead> beads = store.multitext().bitexts[0].beads;
  CHECK(beads[1] == Bead{{1, 2}, {1, 3}, 1});
  CHECK(beads[2] == Bead{{2, 3}, {3, 3}, 1});
  CHECK(store.multitext().rows.size() == 4);
  CHECK(store.faults().empty());
}

TEST_CASE("the languages of a pair may be named in either order", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Multitext multitext = store.multitext();
  const BeadEdits turned(multitext, languages::en, languages::zh);
  store.decide(1, turned.move({2, 2}, {3, 2}), noon);
  CHECK(store.multitext().bitexts[0].beads[1] == Bead{{1, 2}, {1, 3}, 1});
}

TEST_CASE("verdicts on links are those of their rows", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Multitext multitext = store.multitext();
  store.decide(1, judgement(DecisionKind::confirm, 1, multitext), noon);
  store.decide(1, judgement(DecisionKind::reject, 2, multitext), noon);
  using V = Verdict;
  CHECK(verdicts_in(store) == std::vector<V>{V::none, V::confirmed, V::rejected, V::none});
  CHECK(store.multitext().confirmed.size() == 1);
  CHECK(store.multitext().bitexts[0].beads[1].confidence == 1);
  store.decide(1, judgement(DecisionKind::reject, 1, multitext), noon);
  CHECK(verdicts_in(store)[1] == V::rejected);
  CHECK(store.faults().empty());
}

TEST_CASE("an edited segment says so everywhere, and what lies behind moves", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  Decision edit = edit_of(languages::en, 1, "The attacks go on and on.");
  store.decide(1, edit, noon);
  CHECK(texts_in(store, languages::en)[1] == "The attacks go on and on.");
  CHECK(texts_in(store, languages::en)[2] == "We condemn this act.");
  const SegmentedDocument english = store.multitext().documents[1];
  CHECK(english.text_of(english.segments[3]) == "Please accept this.");
  CHECK(english.document.blocks[0].range.end == english.document.text.size());
  const ByteRange last = english.segments[3].range;
  CHECK(english.document.origin.source_of(last) == std::vector<ByteRange>{{70, 89}});
  CHECK(store.decisions()[0].decision.was == "The attacks continue.");
  const SegmentedDocument raw = store.unedited_multitext(1).documents[1];
  CHECK(raw.text_of(raw.segments[1]) == "The attacks continue.");
  CHECK(store.faults().empty());
}

TEST_CASE("undo and redo walk back and forth, and are lines of the log", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const auto rows = [&] { return store.multitext().rows.size(); };
  store.decide(1, edits_of(store.multitext()).merge({1, 1}), noon);
  store.decide(1, edits_of(store.multitext()).merge({2, 2}), noon);
  CHECK(rows() == 2);
  CHECK(store.undo(1, noon)->id == 2);
  CHECK(rows() == 3);
  CHECK(store.undo(std::nullopt, noon)->id == 1);
  CHECK(rows() == 4);
  CHECK_FALSE(store.undo(1, noon));
  CHECK(store.multitext().bitexts == four_sentences().bitexts);
  CHECK(store.multitext().rows == four_sentences().rows);
  CHECK(store.redo(1, noon)->id == 1);
  CHECK(rows() == 3);
  store.decide(1, judgement(DecisionKind::confirm, 3, store.multitext()), noon);
  CHECK_FALSE(store.redo(1, noon));  // something else was decided since
  const std::vector<LoggedDecision> log = store.decisions();
  REQUIRE(log.size() == 6);
  CHECK(log[2].decision.kind == DecisionKind::undo);
  CHECK(log[2].subject == 2);
  CHECK(log[0].active);
  CHECK_FALSE(log[1].active);
  CHECK(log[5].stamp == noon);
  CHECK(store.faults().empty());
}

TEST_CASE("a dismissed finding is no longer told, until that is undone", "[corpus]") {
  const Folder folder;
  const std::string file = made(folder);
  Store store = Store::open(file);
  REQUIRE(store.findings().size() == 1);
  Decision dismissal;
  dismissal.kind = DecisionKind::dismiss;
  dismissal.finding = "number\ten\t0\tno such mark";
  store.decide(1, dismissal, noon);
  CHECK(store.findings().size() == 1);
  CHECK(store.undo(1, noon));
  CHECK(store.findings().size() == 1);
}

TEST_CASE("decisions on what isn't there are refused and leave no line",
          "[corpus][error]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Multitext multitext = store.multitext();
  const BeadEdits edits = edits_of(multitext);
  CHECK_THROWS_AS(edits.merge({1, 2}), Error);
  CHECK_THROWS_AS(edits.split({1, 1}), Error);
  CHECK_THROWS_AS(edits.move({1, 1}, {4, 1}), Error);
  CHECK_THROWS_AS(edits.bead_with(9, std::nullopt), Error);
  CHECK_THROWS_AS(BeadEdits(multitext, languages::zh, languages::fr), Error);
  Decision stale = edits.merge({1, 1});
  store.decide(1, stale, noon);
  CHECK_THROWS_WITH(store.decide(1, stale, noon), Catch::Contains("no link [0,1) - [0,1)"));
  stale.after[0].beads[0].target.last = 1;
  CHECK_THROWS_AS(store.decide(1, stale, noon), Error);
  Decision edit = edit_of(languages::en, 4, "x");
  CHECK_THROWS_AS(store.decide(1, edit, noon), Error);
  edit.segment = 0;
  edit.text = " ";
  CHECK_THROWS_AS(store.decide(1, edit, noon), Error);
  CHECK(store.decisions().size() == 1);
  CHECK(store.faults().empty());
}

TEST_CASE("rows of a memory are judged and edited, and that is undone", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  std::int64_t work = 0;
  {
    MemoryWriter writer = store.add_memory({"memory", "", ""}, {});
    Variant tagged{languages::fr, "", "Le Conseil de sécurité", {}, {}, {}, {}};
    tagged.tags = {{22, InlineTag::Role::alone, "ph", {}, ""}};
    writer.add(
        {"", {tagged, {languages::es, "", "El Consejo", {}, {}, {}, {}}}, {}, {}, {}, 1});
    work = writer.finish();
  }
  std::int64_t row = 0;
  store.each_unit({work}, [&](const StoredUnit& unit) {
    row = unit.row;
    return true;
  });
  Decision decision;
  decision.row = row;
  store.decide(work, decision, noon);
  CHECK(store.unit(row).verdict == Verdict::confirmed);
  decision.kind = DecisionKind::edit;
  decision.text = "Le Consé";
  store.decide(work, decision, noon);
  decision.text = "Conseil";
  store.decide(work, decision, noon);
  CHECK(store.unit(row).unit.variants[0].text == "Conseil");
  CHECK(store.unit(row).unit.variants[0].tags[0].at == 7);
  CHECK(store.faults().empty());
  store.undo(work, noon);
  CHECK(store.unit(row).unit.variants[0].text == "Le Consé");
  store.undo(work, noon);
  CHECK(store.unit(row).unit.variants[0].text == "Le Conseil de sécurité");
  CHECK(store.unit(row).unit.variants[0].tags[0].at == 22);
  store.undo(work, noon);
  CHECK(store.unit(row).verdict == Verdict::none);
  CHECK_THROWS_AS(store.decide(1, decision, noon), Error);
}

TEST_CASE("a corpus made anew from works and log is the same", "[corpus]") {
  const Folder folder;
  const std::string file = made(folder);
  Store store = Store::open(file);
  store.decide(1, edits_of(store.multitext()).merge({1, 1}), noon);
  store.decide(1, judgement(DecisionKind::confirm, 3, store.multitext()), noon);
  store.undo(1, noon);
  Store copy = Store::create(folder.path("copy.hexapla"), "hexapla");
  CHECK(copy.copy_work(store, 1) == 1);
  copy.publish();
  CHECK(copy.multitext().rows == store.multitext().rows);
  CHECK(copy.multitext().bitexts == store.multitext().bitexts);
  CHECK(copy.decisions().size() == 3);
  CHECK(copy.redo(1, noon));
  CHECK(verdicts_in(copy)[2] == Verdict::confirmed);
  CHECK(copy.faults().empty());
  CHECK_THROWS_WITH(copy.copy_work(store, 1), Catch::Contains("'letter'"));
}

TEST_CASE("a check names what is wrong", "[corpus][error]") {
  const Folder folder;
  const std::string file = made(folder);
  {
    Store store = Store::open(file);
    store.decide(1, edits_of(store.multitext()).merge({1, 1}), noon);
  }
  const auto [sql, why] = GENERATE(table<std::string, std::string>(
      {{"UPDATE row SET verdict = 'rejected'", "verdicts"},
       {"UPDATE document SET sha = 'abc'", "SHA-256"},
       {"INSERT INTO edited VALUES (2, 1, 'x')", "edits"},
       {"INSERT INTO cell(id, language, text) VALUES (99999, 1, 'x')", "belongs to no row"},
       {"UPDATE row_run SET last = 99 WHERE first = 3", "out of range"},
       {"UPDATE decision SET detail = '{'", "decision"},
       {"UPDATE document SET work = 7", "belongs to no line"},
       {"DELETE FROM bead WHERE number = 2", "cover"}}));
  CAPTURE(sql);
  {
    sqlite::Connection connection{std::filesystem::path(file)};
    connection.execute("PRAGMA foreign_keys = OFF");
    connection.execute(sql);
  }
  const std::vector<std::string> faults = Store::open(file).faults();
  REQUIRE_FALSE(faults.empty());
  std::string all;
  for (const std::string& fault : faults)
    all += fault + '\n';
  CHECK_THAT(all, Catch::Contains(why));
}

}  // namespace hexapla
