#include "cli/command.hpp"
#include "cli/run.hpp"
#include "files.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::program_test {

TEST_CASE("every verb answers --help with its page", "[cli]") {
  for (const Command* command : commands) {
    CAPTURE(command->name);
    const Outcome outcome = run({std::string(command->name), "--help"});
    CHECK(outcome.exit == Exit::done);
    CHECK(outcome.out == project_file("cli/help/" + std::string(command->name) + ".txt"));
    CHECK(outcome.out.starts_with("hexapla " + std::string(command->name)));
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("the overview names every verb", "[cli]") {
  const Outcome outcome = run({"--help"});
  for (const Command* command : commands)
    CHECK_THAT(outcome.out, Catch::Contains("\n  " + std::string(command->name) + " "));
}

TEST_CASE("a command line that makes no sense is misuse, with a hint", "[cli][error]") {
  const auto words = GENERATE(values<std::vector<std::string>>({
      {},
      {"translate"},
      {"ingest"},
      {"ingest", "--colour", "blue", "x.txt"},
      {"ingest", "--format", "xml", "x.txt"},
      {"segment", "--language", "not a tag", "x.txt"},
      {"align", "x.txt", "y.txt"},
      {"align", "--segmented", "x.txt", "--languages", "zh,en"},
      {"align", "--segmented", "x.txt", "y.txt"},
      {"align", "--segmented", "x.txt", "y.txt", "--languages", "zh,en", "--ocr"},
      {"align", "--words", "x.txt", "y.txt", "--languages", "zh,en", "--ocr"},
      {"show"},
      {"show", "x.hexapla", "y.hexapla"},
      {"check", "--format", "html", "x.hexapla"},
      {"export", "x.hexapla"},
      {"eval", "gold"},
  }));
  const Outcome outcome = run(words);
  CAPTURE(words, outcome.err);
  CHECK(outcome.exit == Exit::misused);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Catch::Contains("--help") || Catch::Contains("VERB"));
}

TEST_CASE("a file that can't be read fails with its name", "[cli][error]") {
  const Outcome missing = run({"ingest", "no/such/letter.zh.txt"});
  CHECK(missing.exit == Exit::failed);
  CHECK(missing.err == "hexapla: no/such/letter.zh.txt: no such file\n");
  check_refused(run({"ingest", SOURCE_ROOT}), Exit::failed, "a directory, not a file");
}

}  // namespace hexapla::cli::program_test
