#include "corpus/carry_over.hpp"

#include "align/align_versions.hpp"
#include "corpus/store.hpp"
#include "folder.hpp"

#include <catch2/catch.hpp>

namespace hexapla::carry_over_test {
namespace {

const std::vector<std::string> chinese{"导弹造成14人死亡。", "袭击仍在继续。",
                                       "我们谴责这一行为。", "此类行为违反国际法。",
                                       "谨此奉告。"};
const std::vector<std::string> english{
    "Missiles killed 14 people.", "The attacks continue.", "We condemn this act.",
    "Such acts violate international law.", "Please accept this."};

SegmentedDocument version_of(Language language, const std::vector<std::string>& texts) {
  SegmentedDocument version;
  version.document.language = language;
  version.document.name = "letter." + std::string(language.tag()) + ".txt";
  for (const std::string& text : texts) {
    const std::size_t begin = version.document.text.size();
    version.document.text += text + '\n';
    version.segments.push_back({{begin, begin + text.size()}, 0});
  }
  version.document.blocks = {{BlockKind::paragraph, {0, version.document.text.size()}, ""}};
  return version;
}

Multitext aligned(const std::vector<std::string>& source,
                  const std::vector<std::string>& target) {
  return align_versions(
      {version_of(languages::zh, source), version_of(languages::en, target)});
}

Decision confirmed(std::uint32_t segment) {
  Decision decision;
  decision.beads = {{languages::zh,
                     languages::en,
                     {{{segment, segment + 1}, {segment, segment + 1}, 1}}}};
  return decision;
}

}  // namespace

TEST_CASE("links of what stands unchanged are held, with their confidence", "[corpus]") {
  const Multitext before = aligned(chinese, english);
  std::vector<std::string> longer = english;
  longer.insert(longer.begin() + 2, "This sentence is new.");
  longer[4] = "Such acts violate the law of nations.";
  const std::vector<SegmentedDocument> versions{version_of(languages::zh, chinese),
                                                version_of(languages::en, longer)};
  const CarryOver carried(before, versions);
  CHECK(carried.unchanged() == 9);
  const std::vector<ConfirmedBeads> fixed = carried.fixed();
  REQUIRE(fixed.size() == 1);
  REQUIRE(fixed[0].beads.size() == 4);
  CHECK(fixed[0].beads[2].source == SegmentRun{2, 3});
  CHECK(fixed[0].beads[2].target == SegmentRun{3, 4});
  Multitext after = align_versions(versions, {}, fixed);
  carried.restore(after);
  CHECK(after.confirmed.empty());
  CHECK(after.bitexts[0].beads.front() == before.bitexts[0].beads.front());
}

TEST_CASE("a document that did not change is aligned as before", "[corpus]") {
  const Multitext before = aligned(chinese, english);
  const CarryOver carried(before, before.documents);
  Multitext after = align_versions(before.documents, {}, carried.fixed());
  carried.restore(after);
  CHECK(after.bitexts == before.bitexts);
  CHECK(after.rows == before.rows);
}

TEST_CASE("decisions on what stands unchanged are kept where it stands now", "[corpus]") {
  const Multitext before = aligned(chinese, english);
  std::vector<std::string> source = chinese;
  std::vector<std::string> target = english;
  source.insert(source.begin(), "秘书长的信");
  target.insert(target.begin(), "Letter to the Secretary-General");
  target[2] = "The attacks went on.";
  const std::vector<SegmentedDocument> versions{version_of(languages::zh, source),
                                                version_of(languages::en, target)};
  const CarryOver carried(before, versions);
  const auto kept = carried.kept(confirmed(3));
  REQUIRE(kept);
  CHECK(kept->beads[0].beads[0].source == SegmentRun{4, 5});
  CHECK_FALSE(carried.kept(confirmed(1)));
  Decision edit;
  edit.kind = DecisionKind::edit;
  edit.language = languages::en;
  edit.segment = 2;
  CHECK(carried.kept(edit)->segment == 3);
  edit.segment = 1;
  CHECK_FALSE(carried.kept(edit));
  Decision dismissal;
  dismissal.kind = DecisionKind::dismiss;
  dismissal.finding = "number\ten\t0\tabc";
  CHECK(carried.kept(dismissal)->finding == "number\ten\t1\tabc");
}

TEST_CASE("what replaced links is confirmed in the new documents", "[corpus]") {
  const Multitext before = aligned(chinese, english);
  const CarryOver carried(before, before.documents);
  Decision merge;
  merge.kind = DecisionKind::replace;
  merge.beads = {
      {languages::zh, languages::en, {{{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}}}};
  merge.after = {{languages::zh, languages::en, {{{0, 2}, {0, 2}, 1}}}};
  const auto kept = carried.kept(merge);
  REQUIRE(kept);
  CHECK(kept->kind == DecisionKind::confirm);
  CHECK(kept->beads == merge.after);
}

TEST_CASE("a work whose documents are replaced keeps its name and its log", "[corpus]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  const Multitext before = aligned(chinese, english);
  Store::write_corpus(file, before, {});
  Store store = Store::open(file);
  const Stamp noon{"2020-11-03T12:00:00Z", "reviser"};
  store.decide(1, confirmed(0), noon);
  store.decide(1, confirmed(1), noon);
  const std::vector<LoggedDecision> log = store.decisions();
  std::vector<KeptDecision> kept{{log[0].id, log[0].stamp, log[0].decision}};
  store.replace_work(1, {{"letter", "", ""}, before, {}, {}, std::nullopt}, kept);
  const std::vector<LoggedDecision> now = store.decisions();
  REQUIRE(now.size() == 3);
  CHECK_FALSE(now[0].active);
  CHECK_FALSE(now[1].active);
  CHECK(now[2].active);
  CHECK(now[2].subject == now[0].id);
  store.replace_work(1, {{"letter", "", ""}, before, {}, {}, std::nullopt}, {});
  CHECK_FALSE(store.undo(1, noon));  // nothing counts any more
  CHECK_FALSE(store.redo(1, noon));
  CHECK(store.works()[0].revision == 2);
  CHECK(store.works()[0].name == "letter");
  CHECK(store.faults().empty());
}

}  // namespace hexapla::carry_over_test
