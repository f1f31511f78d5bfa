#include "corpus/sentence_edits.hpp"

#include "check/dismissals.hpp"
#include "corpus/four_sentences.hpp"
#include "corpus/row_edits.hpp"
#include "corpus/tables/present_segments.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

namespace hexapla::sentence_edits_test {
namespace {

std::vector<std::string> sentences_of(const Store& store, std::size_t document) {
  const Multitext multitext = store.multitext(1);
  std::vector<std::string> texts;
  for (const Segment& segment : multitext.documents[document].segments)
    texts.emplace_back(multitext.documents[document].text_of(segment));
  return texts;
}

/// Where the second part begins, as a byte of the sentence.
std::uint32_t place_of(const Store& store, std::size_t document, std::uint32_t segment,
                       const std::string& words) {
  return static_cast<std::uint32_t>(sentences_of(store, document).at(segment).find(words));
}

LoggedDecision cut(Store& store, std::uint32_t document, std::uint32_t segment,
                   const std::string& before) {
  return store.decide(1,
                      cut_sentence(store.multitext(1), document, segment,
                                   place_of(store, document, segment, before)),
                      noon);
}

LoggedDecision unite(Store& store, std::uint32_t document, std::uint32_t segment) {
  return store.decide(1, unite_sentences(store.multitext(1), document, segment), noon);
}

/// All that a reviser sees of a work.
struct Seen {
  std::vector<std::vector<std::string>> texts;
  std::vector<Row> rows;
  std::vector<Verdict> verdicts;
  std::vector<Finding> findings;

  friend bool operator==(const Seen&, const Seen&) = default;
};

Seen seen(const Store& store) {
  DecidedWork work = store.decided_work(1);
  Seen all{{}, work.multitext.rows, work.verdicts, work.findings};
  for (std::size_t document = 0; document < work.multitext.documents.size(); ++document)
    all.texts.push_back(sentences_of(store, document));
  return all;
}

/// Checks that undoing the last decision brings back what was seen before it.
void check_undone(Store& store, const Seen& before) {
  store.undo(1, noon);
  CHECK(seen(store) == before);
  CHECK(store.faults().empty());
}

/// What a document says without white space: borders change nothing of it.
std::string letters_of(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts)
    std::ranges::copy_if(text, std::back_inserter(all),
                         [](char letter) { return letter != ' '; });
  return all;
}

}  // namespace

TEST_CASE("a sentence is cut in two: its row keeps its id and all others stay",
          "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const auto ids = ids_in(store);
  const LoggedDecision line = cut(store, 1, 1, "continue");
  CHECK(line.decision.was == "The attacks");
  CHECK(line.decision.text == "continue.");
  CHECK(sentences_of(store, 1) ==
        std::vector<std::string>{"Missiles killed 14 people.", "The attacks", "continue.",
                                 "We condemn this act.", "Please accept this."});
  const DecidedWork now = store.decided_work(1);
  REQUIRE(now.multitext.rows.size() == 4);
  CHECK(now.multitext.rows[1].runs == std::vector<SegmentRun>{{1, 2}, {1, 3}});
  CHECK(now.multitext.rows[3].runs == std::vector<SegmentRun>{{3, 4}, {4, 5}});
  CHECK(now.ids == ids);
  CHECK(store.findings(1).size() == 1);
  CHECK(store.faults().empty());
  CHECK(texts_in(store, languages::en)[1] == "The attacks continue.");
}

TEST_CASE("undo brings the sentence back as one, redo cuts it again", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Seen before = seen(store);
  cut(store, 0, 2, "这一行为");
  const Seen after = seen(store);
  CHECK(after.texts[0][3] == "这一行为。");
  check_undone(store, before);
  store.redo(1, noon);
  CHECK(seen(store) == after);
  CHECK(store.faults().empty());
}

TEST_CASE("two sentences become one, and their rows and links with them", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const Seen before = seen(store);
  unite(store, 1, 1);
  const DecidedWork now = store.decided_work(1);
  REQUIRE(now.multitext.rows.size() == 3);
  CHECK(now.multitext.rows[1].runs == std::vector<SegmentRun>{{1, 3}, {1, 2}});
  CHECK(sentences_of(store, 1)[1] == "The attacks continue. We condemn this act.");
  CHECK(store.faults().empty());
  store.undo(1, noon);
  CHECK(seen(store) == before);
}

TEST_CASE("findings, comments and dismissals follow the sentences that they are about",
          "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  std::vector<Finding> findings = store.findings(1);
  Finding last = findings.front();
  last.source = {{languages::zh, 3, {0, 3}}};
  last.target = {{languages::en, 3, {0, 6}}};
  findings.push_back(last);
  store.set_findings(findings);
  Decision comment = edit_of(languages::en, 2, "Deplore?");
  comment.kind = DecisionKind::comment;
  store.decide(1, comment, noon);
  const Multitext multitext = store.multitext(1);
  Decision dismissal;
  dismissal.kind = DecisionKind::dismiss;
  dismissal.finding = Dismissals::line_for(last, [&](const Spot& spot) {
    const auto& version = multitext.documents[spot.language == languages::zh ? 0 : 1];
    return version.text_of(version.segments[spot.segment]);
  });
  store.decide(1, dismissal, noon);
  REQUIRE(store.findings(1).size() == 1);
  cut(store, 1, 0, "14");
  const DecidedWork now = store.decided_work(1);
  CHECK(now.log[0].decision.segment == 3);
  CHECK(store.decisions(1)[0].decision.segment == 2);  // as it was said
  // The finding in the sentence that was cut is made anew by whoever checks.
  REQUIRE(now.findings.size() == 1);
  CHECK(now.findings[0].target.front().segment == 4);
  CHECK(store.findings(1).empty());  // it is dismissed still
  CHECK(store.faults().empty());
}

TEST_CASE("an earlier border is undone under later decisions about other sentences",
          "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const std::int64_t line = cut(store, 1, 0, "14").id;
  store.decide(1, edit_of(languages::en, 4, "Accept, please, this."), noon);
  Decision right;
  right.beads = all_beads_of_row(store.multitext(1), 2);
  store.decide(1, right, noon);
  store.undo(LineChoice{1, {}, line}, noon);
  CHECK(sentences_of(store, 1)[3] == "Accept, please, this.");
  CHECK(store.decided_work(1).verdicts[2] == Verdict::confirmed);
  CHECK(store.faults().empty());
  store.undo(1, noon);
  store.undo(1, noon);
  CHECK(store.multitext(1).rows == four_sentences().rows);
}

TEST_CASE("a border under an edit of its parts is not undone before the edit",
          "[corpus][error]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  const std::int64_t line = cut(store, 1, 0, "14").id;
  store.decide(1, edit_of(languages::en, 1, "15 people."), noon);
  CHECK_THROWS_WITH(store.undo(LineChoice{1, {}, line}, noon),
                    Catch::Contains("later decisions build on line 1"));
  CHECK(sentences_of(store, 1)[1] == "15 people.");
  CHECK(store.faults().empty());
}

TEST_CASE("a text that was edited is cut, and comes back whole", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  store.decide(1, edit_of(languages::en, 1, "Attacks go on. They never end."), noon);
  const Seen before = seen(store);
  const auto ids = ids_in(store);
  cut(store, 1, 1, "They");
  CHECK(sentences_of(store, 1)[1] == "Attacks go on.");
  CHECK(sentences_of(store, 1)[2] == "They never end.");
  CHECK(sentences_of(store, 1)[3] == "We condemn this act.");
  CHECK(ids_in(store) == ids);
  CHECK(store.faults().empty());
  check_undone(store, before);
}

TEST_CASE("what can't be cut or joined is refused", "[corpus][error]") {
  const Multitext multitext = four_sentences();
  CHECK_THROWS_WITH(cut_sentence(multitext, 0, 0, 1), Catch::Contains("no letter begins"));
  CHECK_THROWS_WITH(cut_sentence(multitext, 1, 0, 0), Catch::Contains("would be empty"));
  CHECK_THROWS_AS(cut_sentence(multitext, 1, 9, 3), Error);
  CHECK_THROWS_WITH(unite_sentences(multitext, 1, 3), Catch::Contains("after the last"));
  Multitext apart = multitext;
  apart.bitexts[0].beads = {
      {{0, 1}, {0, 1}, 1}, {{1, 2}, {2, 3}, 1}, {{2, 3}, {3, 4}, 1}, {{3, 4}, {1, 2}, 1}};
  apart.rows = rows_from(apart.bitexts, std::vector<std::uint32_t>{4, 4});
  CHECK_THROWS_AS(unite_sentences(apart, 1, 0), Error);
  Multitext paragraphs = multitext;
  paragraphs.documents[1].document.blocks.push_back(
      paragraphs.documents[1].document.blocks[0]);
  paragraphs.documents[1].segments[2].block = 1;
  CHECK_THROWS_WITH(unite_sentences(paragraphs, 1, 1), Catch::Contains("paragraphs"));
}

TEST_CASE("a copy of a work has its borders and takes them back like the work",
          "[corpus]") {
  const Folder folder;
  const Seen start = seen(Store::open(made(folder)));
  Store store = Store::open(folder.path("letter.hexapla"));
  cut(store, 1, 0, "14");
  unite(store, 0, 2);
  Store copy = Store::create(folder.path("copy.hexapla"), "test");
  copy.copy_work(store, 1);
  CHECK(seen(copy).texts == seen(store).texts);
  CHECK(seen(copy).rows == seen(store).rows);
  CHECK(seen(copy).findings == seen(store).findings);
  CHECK(copy.faults().empty());
  copy.undo(1, noon);
  copy.undo(1, noon);
  CHECK(seen(copy).texts == start.texts);
  CHECK(seen(copy).rows == start.rows);
  CHECK(copy.faults().empty());
}

TEST_CASE("a newer version keeps borders of sentences that say the same", "[corpus]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  cut(store, 1, 0, "14");
  unite(store, 1, 2);
  const Multitext now = store.multitext(1);
  std::vector<SegmentedDocument> versions = four_sentences().documents;
  put_edit(versions[1], 3, "Accept this.");
  keep_borders(store.machine_documents(1), now.documents, versions);
  std::vector<std::string> texts;
  for (const Segment& segment : versions[1].segments)
    texts.emplace_back(versions[1].text_of(segment));
  CHECK(texts == std::vector<std::string>{"Missiles killed", "14 people.",
                                          "The attacks continue. We condemn this act.",
                                          "Accept this."});
  CHECK(versions[0].segments == four_sentences().documents[0].segments);
}

TEST_CASE("whatever is cut, joined, edited, judged and undone, the corpus stays sound",
          "[corpus][property]") {
  const Folder folder;
  Store store = Store::open(made(folder));
  std::mt19937 engine(20201103);
  const auto dice = [&](std::size_t most) {
    return static_cast<std::uint32_t>(engine() % std::max<std::size_t>(most, 1));
  };
  const std::string letters = letters_of(sentences_of(store, 0));
  int done = 0;
  constexpr int acts = 120;
  for (int act = 0; act < acts; ++act) {
    const Multitext now = store.multitext(1);
    const std::uint32_t document = dice(2);
    const auto& version = now.documents[document];
    const std::uint32_t segment = dice(version.segments.size());
    const Seen before = seen(store);
    CAPTURE(act, document, segment);
    try {
      const auto size = version.segments[segment].range.size();
      switch (dice(6)) {
        case 0:
          store.decide(1, cut_sentence(now, document, segment, dice(size)), noon);
          break;
        case 1:
          store.decide(1, unite_sentences(now, document, segment), noon);
          break;
        case 2:
          if (document == 1)
            store.decide(1, edit_of(languages::en, segment, "Nine words. And more."), noon);
          break;
        case 3: {
          Decision right;
          right.beads = all_beads_of_row(now, dice(now.rows.size()));
          store.decide(1, right, noon);
          break;
        }
        case 4: {
          const auto log = store.decisions(1);
          if (log.empty()) break;
          store.undo(LineChoice{1, {}, log[dice(log.size())].id}, noon);
          break;
        }
        default: {
          store.undo(1, noon);
          store.redo(1, noon);
          REQUIRE(seen(store) == before);
        }
      }
      ++done;
    } catch (const Error& error) {
      REQUIRE(error.fault() == Fault::inconsistent);
      REQUIRE(seen(store) == before);
    }
    REQUIRE(store.faults().empty());
    REQUIRE(letters_of(sentences_of(store, 0)) == letters);
  }
  CHECK(done > acts / 2);
  while (store.undo(1, noon)) {
  }
  CHECK(store.multitext(1).rows == four_sentences().rows);
  CHECK(sentences_of(store, 0).size() == 4);
  CHECK(store.faults().empty());
}

}  // namespace hexapla::sentence_edits_test
