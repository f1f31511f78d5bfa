#include "cli/run.hpp"
#include "files.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

/// A corpus of the letter, clean or flawed, made once for all tests of this file.
class Corpus {
 public:
  explicit Corpus(const std::string& versions) {
    std::vector<std::string> words{"align",
                                   "--out",
                                   file(),
                                   "--termbase",
                                   in_project("corpora/termbases/un-core.csv"),
                                   in_project("corpora/letter/letter.zh.txt")};
    for (const std::string tag : {"en", "fr", "es", "ru", "ar"})
      words.push_back(in_project(versions + "/letter." + tag + ".txt"));
    REQUIRE(run(words).exit == Exit::done);
  }
  [[nodiscard]] std::string file() const { return folder.path("letter.hexapla"); }
  Folder folder;
};

const Corpus& clean() {
  static const Corpus corpus("corpora/letter");
  return corpus;
}
const Corpus& flawed() {
  static const Corpus corpus("corpora/letter/flawed");
  return corpus;
}

std::vector<nlohmann::json> findings_in(const Corpus& corpus) {
  const Outcome outcome = run({"check", corpus.file(), "--format", "jsonl"});
  std::vector<nlohmann::json> findings;
  for (const std::string& line : lines_in(outcome.out))
    findings.push_back(nlohmann::json::parse(line));
  CHECK(outcome.exit == (findings.empty() ? Exit::done : Exit::findings));
  return findings;
}

struct Planted {
  std::string language;
  std::size_t segment;
  std::string kind;
};

std::vector<Planted> planted_errors() {
  std::vector<Planted> errors;
  for (const std::string& line :
       lines_in(project_file("corpora/letter/flawed/planted.tsv"))) {
    std::istringstream fields(line);
    Planted error;
    std::string segment;
    std::getline(fields, error.language, '\t');
    std::getline(fields, segment, '\t');
    std::getline(fields, error.kind, '\t');
    if (error.language == "language") continue;
    error.segment = std::stoul(segment);
    errors.push_back(error);
  }
  return errors;
}

bool names_place(const nlohmann::json& finding, const Planted& error) {
  return std::ranges::any_of(finding["target"], [&](const nlohmann::json& spot) {
    return spot["language"] == error.language && spot["segment"] == error.segment;
  });
}

}  // namespace

TEST_CASE("all planted errors are found at their place, and at most five other things",
          "[cli]") {
  const std::vector<nlohmann::json> findings = findings_in(flawed());
  const std::vector<Planted> errors = planted_errors();
  REQUIRE(errors.size() >= 30);
  for (const Planted& error : errors) {
    CAPTURE(error.language, error.segment, error.kind);
    CHECK(std::ranges::any_of(
        findings, [&](const auto& finding) { return names_place(finding, error); }));
  }
  const auto others = std::ranges::count_if(findings, [&](const auto& finding) {
    return std::ranges::none_of(
        errors, [&](const Planted& error) { return names_place(finding, error); });
  });
  constexpr int few = 5;
  CHECK(others <= few);
}

TEST_CASE("the clean letter has no findings", "[cli]") {
  CHECK(findings_in(clean()).empty());
}

TEST_CASE("hexapla show prints every row once", "[cli]") {
  const Outcome outcome =
      run({"show", clean().file(), "--languages", "zh,en", "--width", "100"});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out,
             Catch::Contains("第七十五届会议") && Catch::Contains("Seventy-fifth"));
}

TEST_CASE("hexapla show stacks languages that would be too narrow", "[cli]") {
  const Outcome outcome = run({"show", clean().file(), "--width", "60"});
  CHECK_THAT(outcome.out, Catch::Contains("  ar  "));
}

TEST_CASE("hexapla export writes as many lines on both sides of a Moses pair", "[cli]") {
  Folder folder;
  const Outcome outcome = run({"export", clean().file(), "--format", "moses", "--languages",
                               "zh,ru", "--out", folder.path("letter")});
  REQUIRE(outcome.exit == Exit::done);
  const auto source = lines_in(folder.read("letter.zh"));
  const auto target = lines_in(folder.read("letter.ru"));
  CHECK(source.size() == target.size());
  CHECK(source.size() > 30);
}

TEST_CASE("exports of one corpus are the same bytes each time", "[cli]") {
  const auto format = GENERATE(values<std::string>({"tmx", "tsv", "jsonl"}));
  CAPTURE(format);
  const Outcome first = run({"export", clean().file(), "--format", format});
  const Outcome second = run({"export", clean().file(), "--format", format});
  CHECK(first.exit == Exit::done);
  CHECK(first.out.size() > 10000);
  CHECK(first.out == second.out);
}

TEST_CASE("hexapla report writes a page that needs nothing from elsewhere", "[cli]") {
  Folder folder;
  const Outcome outcome =
      run({"report", flawed().file(), "--out", folder.path("letter.html")});
  REQUIRE(outcome.exit == Exit::done);
  const std::string page = folder.read("letter.html");
  CHECK_THAT(page, Catch::Contains("<!DOCTYPE html>") && Catch::Contains("dir=\"rtl\"") &&
                       Catch::Contains("<mark"));
  CHECK(page.find("src=\"http") == std::string::npos);
}

TEST_CASE("what is no corpus is refused by name", "[cli][error]") {
  Folder folder;
  const std::string text = folder.write("x.hexapla", "not a database at all, not at all");
  for (const std::string verb : {"show", "check"}) {
    const Outcome outcome = run({verb, text});
    CHECK(outcome.exit == Exit::failed);
    CHECK_THAT(outcome.err, Catch::Contains("x.hexapla"));
  }
  CHECK(run({"show", folder.path("missing.hexapla")}).exit == Exit::failed);
  CHECK(folder.names().size() == 1);
}

}  // namespace hexapla::cli
