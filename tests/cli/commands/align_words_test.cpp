#include "cli/run.hpp"
#include "files.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::align_words_test {
namespace {

/// Ten lines of which each has a word of its own.
struct Lines {
  Folder folder;
  std::string source;
  std::string target;

  Lines() {
    const std::vector<std::pair<std::string, std::string>> nouns{
        {"peace", "paix"}, {"water", "eau"}, {"school", "école"}, {"health", "santé"}};
    std::string english;
    std::string french;
    for (const auto& noun : nouns)
      for (const auto& other : nouns) {
        english += "we need " + noun.first + " and " + other.first + " .\n";
        french += "il faut " + noun.second + " et " + other.second + " .\n";
      }
    source = folder.write("a.en", english);
    target = folder.write("a.fr", french);
  }

  [[nodiscard]] Outcome align(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"align", "--words",     source,
                                   target,  "--languages", "en,fr"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
};

}  // namespace

TEST_CASE("align --words writes a line of word links a pair", "[cli][words]") {
  const Lines lines;
  const Outcome outcome = lines.align({"--tokenized"});
  CHECK(outcome.exit == Exit::done);
  const auto found = lines_in(outcome.out);
  REQUIRE(found.size() == 16);
  CHECK_THAT(found[1], Catch::Contains("2-2") && Catch::Contains("4-4"));
  CHECK_THAT(lines_in(lines.align({"--tokenized", "--confidence"}).out)[1],
             Catch::Matches(".*2-2:[01]\\.[0-9][0-9].*"));
}

TEST_CASE("align --words names the words that it has cut itself", "[cli][words]") {
  const Lines lines;
  const auto found = lines_in(lines.align({"--format", "jsonl"}).out);
  REQUIRE(found.size() == 16);
  const auto object = nlohmann::json::parse(found[0]);
  CHECK(object["source"][2] == "peace");
  CHECK(object["target"].size() == 6);
  CHECK(object["links"][0].size() == 3);
}

TEST_CASE("align --words needs as many lines on both sides", "[cli][words][error]") {
  const Lines lines;
  const std::string shorter = lines.folder.write("b.fr", "il faut\n");
  const Outcome outcome =
      run({"align", "--words", lines.source, shorter, "--languages", "en,fr"});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.err, Catch::Contains("1 lines") && Catch::Contains("16"));
  CHECK(run({"align", "--words", lines.source, "--languages", "en,fr"}).exit ==
        Exit::misused);
  CHECK(lines.align({"--segmented"}).exit == Exit::misused);
  CHECK(run({"align", lines.source, lines.target, "--tokenized", "--out",
             lines.folder.path("x.hexapla")})
            .exit == Exit::misused);
}

}  // namespace hexapla::cli::align_words_test
