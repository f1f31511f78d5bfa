#include "workbench/workbench.hpp"

#include "check/dismissals.hpp"
#include "document/read_text.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "term/read_termbase.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

SegmentedDocument letter(const std::string& tag, const std::string& folder = "") {
  const std::string name = folder + "letter." + tag + ".txt";
  return segmented(read_text(project_file("corpora/letter/" + name), name, Language(tag)));
}

Termbase un_core() {
  const std::string name = "corpora/termbases/un-core.tbx";
  return read_termbase(project_file(name), name);
}

AlignRequest letter_in(const std::vector<std::string>& tags) {
  AlignRequest request;
  for (const std::string& tag : tags)
    request.versions.push_back(letter(tag));
  request.versions = pivot_first(std::move(request.versions), std::nullopt);
  request.termbase = un_core();
  return request;
}

std::vector<std::string> tags_of(const std::vector<SegmentedDocument>& versions) {
  std::vector<std::string> tags;
  for (const SegmentedDocument& version : versions)
    tags.emplace_back(version.document.language.tag());
  return tags;
}

}  // namespace

TEST_CASE(
    "the README's example needs nothing but core: six texts, aligned, checked, as TMX",
    "[workbench]") {
  const Folder folder;
  Store store = Store::create(folder.path("letter.hexapla"), "hexapla test");
  AlignRequest request = letter_in({"ar", "en", "es", "fr", "ru", "zh"});
  const NewWork work = usual_work(request.versions);
  CHECK(work.name == "letter");
  const StoredWork stored = align_into(store, work, std::move(request));
  store.publish();

  const CheckedWork checked = check_work(store, stored.id, {});
  CHECK(checked.multitext.documents.size() == 6);
  CHECK(checked.findings.empty());
  const auto concepts = concepts_of_work(store, stored.id, store.termbase(stored.id));
  CHECK_FALSE(concepts.empty());

  std::ostringstream tmx;
  UnitWriterSettings settings;
  settings.languages = {languages::zh, languages::en};
  const auto writer = tmx_writer(tmx, settings);
  std::size_t rows = 0;
  store.each_unit({}, [&](const StoredUnit& unit) {
    writer->add(unit.unit);
    return ++rows > 0;
  });
  writer->finish();
  CHECK(rows == stored.multitext.rows.size());
  CHECK(tmx.str().find("<tuv xml:lang=\"zh\">") != std::string::npos);
  CHECK(tmx.str().find("联合国") != std::string::npos);
  CHECK(tmx.str().find("الأمم المتحدة") != std::string::npos);
}

TEST_CASE("the pivot is Chinese, or the one named, whatever the order of the files",
          "[workbench]") {
  const auto versions = [](const std::vector<std::string>& tags) {
    std::vector<SegmentedDocument> made;
    for (const std::string& tag : tags)
      made.push_back(letter(tag));
    return made;
  };
  using Tags = std::vector<std::string>;
  CHECK(tags_of(pivot_first(versions({"ru", "zh", "en"}), std::nullopt)) ==
        Tags{"zh", "en", "ru"});
  CHECK(tags_of(pivot_first(versions({"zh", "ru", "en"}), languages::ru)) ==
        Tags{"ru", "en", "zh"});
  CHECK(tags_of(pivot_first(versions({"fr", "en"}), std::nullopt)) == Tags{"en", "fr"});
  CHECK_THROWS_WITH(pivot_first(versions({"en", "fr"}), languages::ar),
                    Catch::Contains("no version is in the pivot's language, ar"));
  CHECK_THROWS_WITH(pivot_first(versions({"en", "en"}), std::nullopt),
                    Catch::Contains("two versions are in en"));
}

TEST_CASE("planted errors are found, and only in the languages asked for", "[workbench]") {
  const Folder folder;
  Store store = Store::create(folder.path("flawed.hexapla"), "hexapla test");
  AlignRequest request;
  request.versions = {letter("zh"), letter("en", "flawed/"), letter("fr", "flawed/")};
  request.termbase = un_core();
  const StoredWork stored = align_into(store, {"flawed", "", ""}, std::move(request));
  store.publish();

  const CheckedWork all = check_work(store, stored.id, {});
  CHECK(all.findings.size() == stored.findings);
  CheckRequest french;
  french.languages = {languages::fr};
  const CheckedWork some = check_work(store, stored.id, french);
  CHECK_FALSE(some.findings.empty());
  CHECK(some.findings.size() < all.findings.size());
  for (const Finding& finding : some.findings) {
    const Spot& spot = finding.target.front();
    CHECK(spot.language == languages::fr);
    CHECK(spot.range.end <= segment_text(some.multitext, spot).size());
  }

  std::vector<Finding> sorted = all.findings;
  sort_findings(sorted, FindingOrder::certainty);
  CHECK(std::ranges::is_sorted(sorted, std::ranges::greater(), &Finding::confidence));
}

TEST_CASE("a work aligned again keeps what people decided about what has not changed",
          "[workbench]") {
  const Folder folder;
  Store store = Store::create(folder.path("letter.hexapla"), "hexapla test");
  const StoredWork first = align_into(store, {"A/75/574", "", ""}, letter_in({"zh", "en"}));
  store.publish();
  CHECK_FALSE(first.realigned);
  Decision confirmed;
  confirmed.beads = {{languages::zh, languages::en, {first.multitext.bitexts[0].beads[3]}}};
  store.decide(first.id, confirmed, {"2020-11-03T12:00:00Z", "reviser"});

  const StoredWork again = align_into(store, {"A/75/574", "", ""}, letter_in({"zh", "en"}));
  REQUIRE(again.realigned);
  CHECK(again.id == first.id);
  CHECK(again.realigned->unchanged == again.realigned->segments);
  CHECK(again.realigned->kept.size() == 1);
  CHECK(again.realigned->dropped.empty());
  CHECK(again.multitext.rows.size() == first.multitext.rows.size());
  CHECK(again.multitext.confirmed.size() == 1);
}

TEST_CASE("a work of documents does not take the place of a memory", "[workbench][error]") {
  const Folder folder;
  Store store = Store::create(folder.path("a.hexapla"), "hexapla test");
  {
    MemoryWriter memory = store.add_memory({"A/75/574", "", ""}, {});
    memory.finish();
  }
  CHECK_THROWS_WITH(align_into(store, {"A/75/574", "", ""}, letter_in({"zh", "en"})),
                    Catch::Contains("is a memory"));
}

TEST_CASE("aligned lines are checked as a document, and counted when they do not match",
          "[workbench]") {
  const LinesText chinese{"a.zh", languages::zh,
                          "会议于2020年11月3日举行。\n共有15个国家。\n"};
  const AlignedLines lines(
      chinese, {"a.en", languages::en,
                "The meeting was held on 3 November 2020.\nThere were 51 States.\n"});
  const std::vector<Finding> findings = check_lines(lines, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == Rule::number);
  CHECK(findings[0].target.front().segment == 1);
  CHECK(lines.line(languages::en, 1) == "There were 51 States.");
  CHECK_THROWS_WITH(AlignedLines(chinese, {"b.en", languages::en, "One line only.\n"}),
                    Catch::Contains("b.en:2: has 1 lines, a.zh has 2"));
}

TEST_CASE("a dismissal is the line that the file of dismissals holds", "[workbench]") {
  const AlignedLines lines({"a.zh", languages::zh, "共有15个国家。\n"},
                           {"a.en", languages::en, "There were 51 States.\n"});
  const std::vector<Finding> findings = check_lines(lines, {});
  REQUIRE(findings.size() == 1);
  const auto text_of = [&](const Spot& spot) {
    return lines.line(spot.language, spot.segment);
  };
  Dismissals dismissals;
  dismissals.read(Dismissals::line_for(findings[0], text_of), "dismissed");
  CHECK(dismissals.holds(findings[0], text_of));
}

}  // namespace hexapla
