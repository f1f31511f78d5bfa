#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::stats_test {
namespace {

constexpr auto memory =
    "<tmx version=\"1.4\"><header srclang=\"en\"/><body>"
    "<tu><tuv xml:lang=\"en\"><seg>The Security Council</seg></tuv><tuv xml:lang=\"fr\">"
    "<seg>Le Conseil de sécurité</seg></tuv><tuv "
    "xml:lang=\"zh\"><seg>安全理事会</seg></tuv></tu>"
    "<tu><prop type=\"x-confidence\">0.25</prop><tuv xml:lang=\"en\"><seg>Vote</seg></tuv>"
    "<tuv xml:lang=\"ru\"><seg>Голосование</seg></tuv><tuv xml:lang=\"zh\"><seg>表决</seg>"
    "</tuv></tu></body></tmx>";

std::string imported(const Folder& folder) {
  const std::string file = folder.path("c.hexapla");
  REQUIRE(run({"import", folder.write("a.tmx", memory), "--into", file}).exit ==
          Exit::done);
  return file;
}

}  // namespace

TEST_CASE("hexapla stats counts a memory, for people and for programs", "[cli][stats]") {
  const Folder folder;
  const std::string file = imported(folder);
  const Outcome text = run({"stats", file, "--languages", "zh,en,fr"});
  REQUIRE(text.exit == Exit::done);
  CHECK_THAT(text.out,
             Catch::Contains("c.hexapla: 1 work, 2 rows, 1 in all languages") &&
                 Catch::Contains("\nfr           1   50.0 %         1          22") &&
                 Catch::Contains("rows in both  zh  en  fr\nzh             2   2   1\n"));
  const Outcome json = run({"stats", file, "--format", "json", "--top", "1"});
  const auto figures = nlohmann::json::parse(json.out);
  CHECK(figures["rows"] == 2);
  CHECK(figures["languages"].size() == 4);
  CHECK(figures["pairs"][0]["source"] == "zh");
  CHECK(figures["pairs"][0]["confidence"]["tenths"][2] == 1);
  CHECK(figures["languages"][0]["vocabulary"]["frequent"].size() == 1);
  CHECK(run({"stats", file, "--format", "json", "--top", "1"}).out == json.out);
  const std::string out = folder.path("s.json");
  CHECK(run({"stats", file, "--format", "json", "--top", "1", "--out", out}).exit ==
        Exit::done);
  CHECK(folder.read("s.json") == json.out);
}

TEST_CASE("hexapla stats counts decisions, and the links of documents", "[cli][stats]") {
  const Folder folder;
  const std::string file = folder.path("c.hexapla");
  const std::string chinese = folder.write("a.zh.txt", "安全理事会开会。\n\n会议结束。\n");
  const std::string english =
      folder.write("a.en.txt", "The Security Council met.\n\nThe meeting rose.\n");
  REQUIRE(run({"align", chinese, english, "--out", file}).exit == Exit::done);
  REQUIRE(run({"decide", file, "confirm", "--row", "0"}).exit == Exit::done);
  const auto figures =
      nlohmann::json::parse(run({"stats", file, "--format", "json", "--work", "a"}).out);
  CHECK(figures["title"] == "a");
  CHECK(figures["confirmed"] == 1);
  CHECK(figures["pairs"][0]["shapes"] == nlohmann::json{{"1-1", 2}});
  CHECK(figures["languages"][0]["segments"] == 2);
}

TEST_CASE("hexapla stats says what it can't do", "[cli][stats][error]") {
  const Folder folder;
  const std::string file = imported(folder);
  CHECK(run({"stats", file, "--format", "xml"}).exit == Exit::misused);
  CHECK(run({"stats", file, "--top", "many"}).exit == Exit::misused);
  CHECK(run({"stats", file, "--work", "none"}).exit == Exit::failed);
  CHECK(run({"stats", folder.path("missing.hexapla")}).exit == Exit::failed);
}

}  // namespace hexapla::cli::stats_test
