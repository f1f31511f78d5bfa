#include "cli/run.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::corpus_join_test {
namespace {

const std::string french = "en\tfr\nSecurity Council\tConseil de sécurité\nveto\tveto\n";
const std::string russian =
    "ru\ten\nСовет Безопасности\tSecurity Council\nвето\tveto\nправо вето\tveto\n";

/// A corpus with the memories of these files.
std::string corpus_of(const Folder& folder, const std::vector<std::string>& files) {
  const std::string corpus = folder.path("a.hexapla");
  std::vector<std::string> words{"import"};
  words.insert(words.end(), files.begin(), files.end());
  words.insert(words.end(), {"--into", corpus});
  check_done(run(words));
  return corpus;
}

}  // namespace

TEST_CASE("two memories of a corpus are joined through the language they share", "[cli]") {
  const Folder folder;
  const std::string corpus =
      corpus_of(folder, {folder.write("fr.tsv", french), folder.write("ru.tsv", russian)});
  const Outcome outcome = run({"corpus", "join", corpus, "fr.tsv", "ru.tsv", "--name",
                               "joined", "--ambiguous", folder.path("ambiguous.tsv")});
  check_done(outcome);
  CHECK_THAT(outcome.err, Catch::Contains("1 unit joined through en"));
  CHECK(folder.read("ambiguous.tsv") ==
        "text\tfr.tsv\tru.tsv\nveto\tfr: veto\tru: вето / ru: право вето\n");
  const Outcome shown = run({"show", corpus, "--work", "joined", "--languages", "fr,ru"});
  check_done(shown);
  CHECK_THAT(shown.out, Catch::Contains("Conseil de sécurité"));
  CHECK_THAT(shown.out, Catch::Contains("Совет Безопасности"));
  check_done(run({"corpus", "check", corpus}));
  CHECK_THAT(run({"corpus", "log", corpus}).out, Catch::Contains("join"));
}

TEST_CASE("works that share no language, or say nothing in common, are not joined",
          "[cli]") {
  const Folder folder;
  const std::string corpus =
      corpus_of(folder, {folder.write("fr.tsv", french),
                         folder.write("es.tsv", "es\tzh\nvoto\t表决\n"),
                         folder.write("zh.tsv", "en\tzh\nvote\t表决\n"),
                         folder.write("two.tsv", "en\tfr\tru\nveto\tveto\tвето\n")});
  check_refused(run({"corpus", "join", corpus, "fr.tsv", "es.tsv"}), Exit::misused,
                "share no language");
  check_refused(run({"corpus", "join", corpus, "fr.tsv", "two.tsv"}), Exit::misused,
                "several languages (en, fr)");
  check_refused(run({"corpus", "join", corpus, "fr.tsv", "zh.tsv"}), Exit::failed,
                "no text in en in common");
  CHECK_THAT(run({"corpus", "info", corpus}).err, Catch::Contains("4 works"));
}

TEST_CASE("an import is a run in the log, with its options and the hash of its file",
          "[cli]") {
  const Folder folder;
  const std::string corpus =
      corpus_of(folder, {folder.write("fr.tsv", french), "--no-empty"});
  const Outcome log = run({"corpus", "log", corpus, "--format", "jsonl"});
  check_done(log);
  CHECK_THAT(log.out, Catch::Contains("\"import\""));
  CHECK_THAT(log.out, Catch::Contains("no-empty"));
  CHECK_THAT(log.out, Catch::Contains("fr.tsv"));
}

}  // namespace hexapla::cli::corpus_join_test
