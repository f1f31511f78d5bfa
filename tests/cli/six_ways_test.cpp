#include "cli/run.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::six_ways_test {
namespace {

std::vector<std::string> words_for_letter(const Folder& folder) {
  std::vector<std::string> words{"align", "--out", folder.path("letter.hexapla"),
                                 "--termbase", in_project("corpora/termbases/un-core.tbx")};
  for (const std::string tag : {"zh", "en", "fr", "es", "ru", "ar"})
    words.push_back(in_project("corpora/letter/letter." + tag + ".txt"));
  return words;
}

std::vector<std::string> with(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::vector<std::string> three_versions(const Folder& folder) {
  return {
      "align",
      "--segmented",
      folder.write("a.zh", "第七十五届会议\n2020 年 10 月 17 日的信\n338 名平民受重伤。\n"),
      folder.write("a.en",
                   "Seventy-fifth session\nLetter dated 17 October 2020\n338 "
                   "civilians were seriously injured.\n"),
      folder.write("a.fr",
                   "Soixante-quinzième session\nLettre datée du 17 octobre "
                   "2020\n338 civils ont été grièvement blessés.\n"),
      "--languages",
      "zh,en,fr",
      "--out",
      folder.path("links")};
}

}  // namespace

TEST_CASE("the letter's pairs without the pivot are right too", "[cli]") {
  Folder folder;
  REQUIRE(run(words_for_letter(folder)).exit == Exit::done);
  REQUIRE(run({"export", folder.path("letter.hexapla"), "--format", "links", "--out",
               folder.path("links")})
              .exit == Exit::done);
  const Outcome scored = run({"eval", in_project("corpora/letter/gold"),
                              folder.path("links"), "--format", "json"});
  REQUIRE(scored.exit == Exit::done);
  const auto score = nlohmann::json::parse(scored.out);
  CHECK(score["without_output"] == 0);
  CHECK(score["strict"]["f1"] >= 0.98);
}

TEST_CASE("two languages other than the pivot are exported by their own beads", "[cli]") {
  Folder folder;
  REQUIRE(run(words_for_letter(folder)).exit == Exit::done);
  const Outcome out = run(
      {"export", folder.path("letter.hexapla"), "--format", "tsv", "--languages", "fr,ar"});
  REQUIRE(out.exit == Exit::done);
  REQUIRE(run({"export", folder.path("letter.hexapla"), "--format", "links", "--out",
               folder.path("links")})
              .exit == Exit::done);
  const std::string links = folder.read("links/ar-fr.align");
  CHECK(std::count(out.out.begin(), out.out.end(), '\n') ==
        1 + std::count(links.begin(), links.end(), '\n'));
}

TEST_CASE("align --format jsonl sums up each pair and all of them", "[cli]") {
  Folder folder;
  const Outcome outcome = run(with(words_for_letter(folder), {"--format", "jsonl"}));
  REQUIRE(outcome.exit == Exit::done);
  std::istringstream lines(outcome.out);
  std::vector<nlohmann::json> objects;
  for (std::string line; std::getline(lines, line);)
    objects.push_back(nlohmann::json::parse(line));
  REQUIRE(objects.size() == 16);
  CHECK(objects[0]["pair"] == "zh-ar");
  std::size_t closed = 0;
  for (std::size_t pair = 0; pair < 15; ++pair) {
    CHECK(objects[pair]["closed"] <= objects[pair]["cycles"]);
    closed += objects[pair]["closed"].get<std::size_t>();
  }
  CHECK(objects[15]["closed"] == closed);
  CHECK(objects[15]["disputed"] <= objects[15]["rows"]);
  CHECK_THAT(outcome.err, Catch::Contains("of the ways over a third close"));
}

TEST_CASE("threads and the order of files change no byte", "[cli]") {
  Folder folder;
  auto words = words_for_letter(folder);
  REQUIRE(run(with(words, {"--threads", "1"})).exit == Exit::done);
  const std::string one = folder.read("letter.hexapla");
  std::reverse(words.begin() + 5, words.end());
  REQUIRE(run(with(words, {"--threads", "5"})).exit == Exit::done);
  CHECK(folder.read("letter.hexapla") == one);
}

TEST_CASE("three segmented versions make a file of links for each pair", "[cli]") {
  Folder folder;
  const Outcome outcome = run(three_versions(folder));
  REQUIRE(outcome.exit == Exit::done);
  for (const std::string pair : {"zh-en", "zh-fr", "en-fr"}) {
    CAPTURE(pair);
    CHECK_THAT(folder.read("links/" + pair + ".align"), Catch::StartsWith("[0]:[0]:") &&
                                                            Catch::Contains("\n[1]:[1]:") &&
                                                            Catch::Contains("\n[2]:[2]:"));
  }
}

TEST_CASE("anchors are kept in the pairs that they name", "[cli]") {
  Folder folder;
  const std::string anchors = folder.write("anchors.tsv", "en\tfr\n0\t2\n");
  REQUIRE(run(with(three_versions(folder), {"--anchors", anchors})).exit == Exit::done);
  CHECK_THAT(folder.read("links/en-fr.align"), Catch::Contains("[0]:[2]:1.000000"));
  const std::string wrong = folder.write("anchors.tsv", "en\tfr\n0\t9\n");
  check_refused(run(with(three_versions(folder), {"--anchors", wrong})), Exit::failed,
                "anchors.tsv:2: names segment 9 of fr");
}

TEST_CASE("align --alone asks no witness", "[cli]") {
  Folder folder;
  REQUIRE(run(with(three_versions(folder), {"--alone"})).exit == Exit::done);
  CHECK_THAT(folder.read("links/zh-fr.align"), Catch::StartsWith("[0]:[0]:"));
}

}  // namespace hexapla::cli::six_ways_test
