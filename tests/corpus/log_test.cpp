#include "corpus/four_sentences.hpp"
#include "corpus/store.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("people undo their own last line, or one that is named", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Stamp other{"2020-11-03T12:00:01Z", "colleague"};
  const Multitext multitext = store.multitext();
  store.decide(1, judgement(DecisionKind::confirm, 0, multitext), noon);
  store.decide(1, judgement(DecisionKind::confirm, 1, multitext), other);
  CHECK(store.undo(LineChoice{1, "reviser"}, noon)->id == 1);
  CHECK_FALSE(store.undo(LineChoice{1, "reviser"}, noon));
  using V = Verdict;
  CHECK(verdicts_in(store) == std::vector<V>{V::none, V::confirmed, V::none, V::none});
  CHECK_FALSE(store.redo(LineChoice{1, "colleague"}, other));
  CHECK(store.redo(LineChoice{1, "reviser"}, noon)->id == 1);
  CHECK(store.undo(LineChoice{1, std::nullopt, 2}, noon)->id == 2);
  CHECK(verdicts_in(store) == std::vector<V>{V::confirmed, V::none, V::none, V::none});
  CHECK(store.faults().empty());
}

TEST_CASE("what later decisions build on is not undone before them", "[corpus][error]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  store.decide(1, edits_of(store.multitext()).merge({1, 1}), noon);
  store.decide(1, edits_of(store.multitext()).merge({2, 2}), noon);
  CHECK_THROWS_WITH(store.undo(LineChoice{1, std::nullopt, 1}, noon),
                    Catch::Contains("later decisions build on line 1"));
  CHECK(store.decisions().size() == 2);
  CHECK(store.faults().empty());
}

TEST_CASE("a proposal that is handed in twice is done once", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Proposal proposal{judgement(DecisionKind::confirm, 0, store.multitext()), noon, 0,
                          "8c2a"};
  CHECK(store.decide(1, proposal).id == 1);
  CHECK(store.decide(1, proposal).id == 1);
  CHECK(store.undo(LineChoice{1, std::nullopt, 0, "9d3b"}, noon)->id == 1);
  CHECK(store.undo(LineChoice{1, std::nullopt, 0, "9d3b"}, noon)->id == 1);
  CHECK(store.decisions().size() == 2);
}

TEST_CASE("findings are made anew in the transaction of a decision", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  Decision edit = edit_of(languages::en, 0, "Missiles killed fourteen.");
  store.decide(1, Proposal{edit, noon}, [](DecidedWork& now) {
    const SegmentedDocument& english = now.multitext.documents[1];
    CHECK(english.text_of(english.segments[0]) == "Missiles killed fourteen.");
    return std::vector<Finding>{};
  });
  CHECK(store.findings().empty());
  CHECK_THROWS(
      store.decide(1, Proposal{edit, noon}, [](DecidedWork&) -> std::vector<Finding> {
        throw Error(Fault::inconsistent, {"check", 0}, "no");
      }));
  CHECK(store.decisions().size() == 1);
}

TEST_CASE("a text that gets shorter than its finding leaves no damaged file", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));  // its finding is in bytes 16 to 18
  REQUIRE(store.findings().size() == 1);
  Decision edit = edit_of(languages::en, 0, "Short.");
  store.decide(1, edit, noon);
  CHECK(store.findings().empty());
  CHECK(store.faults().empty());
  store.undo(1, noon);
  CHECK(store.faults().empty());
}

}  // namespace hexapla
