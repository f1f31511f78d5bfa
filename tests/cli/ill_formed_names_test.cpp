#include "cli/run.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "text/utf8.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::ill_formed_names_test {

TEST_CASE("names of files that are no UTF-8 go out as UTF-8 in formats that are",
          "[cli][error]") {
  const Folder folder;
  const std::string english = folder.write("caf\xE9.en", "It met in 1998.\n");
  const std::string french = folder.write("caf\xE9.fr", "Il s'est réuni en 1999.\n");
  const std::string terms = folder.write(
      "caf\xE9.csv",
      "concept,language,term,status\n1,en,war,preferred\n2,en,war,preferred\n");
  using Words = std::vector<std::string>;
  const std::vector<Words> commands_of_names{
      {"check", english, french, "--languages", "en,fr", "--format", "sarif"},
      {"check", english, french, "--languages", "en,fr", "--format", "jsonl"},
      {"term", "lint", terms, "--format", "jsonl"},
      {"pair", folder.path("")}};
  for (const Words& words : commands_of_names) {
    const Outcome ran = run(words);
    CAPTURE(words, ran.err);
    CHECK((ran.exit == Exit::done || ran.exit == Exit::findings));
    CHECK_FALSE(ran.out.empty());
    CHECK_FALSE(find_ill_formed(ran.out));
  }
}

TEST_CASE("files whose names are no UTF-8 are paired, and then aligned", "[cli]") {
  const Folder folder;
  std::filesystem::create_directory(folder.path("in"));
  const std::string letter = "corpora/letter/letter.";
  folder.write("in/caf\xE9-en.txt", project_file(letter + "en.txt"));
  folder.write("in/caf\xE9-fr.txt", project_file(letter + "fr.txt"));
  const Outcome paired = run({"pair", folder.path("in"), "--out", folder.path("works.tsv")});
  CAPTURE(paired.err, folder.read("works.tsv"));
  CHECK(paired.exit == Exit::done);
  CHECK(folder.read("works.tsv").find("caf\\xE9-en.txt") != std::string::npos);
  const Outcome batch = run({"batch", folder.path("works.tsv"), "--out", folder.path("out")});
  CAPTURE(batch.err);
  CHECK(batch.exit == Exit::done);
  const Outcome again = run({"batch", folder.path("works.tsv"), "--out", folder.path("out")});
  CHECK(again.exit == Exit::done);
  const Outcome log = run({"corpus", "log", folder.path("out/corpus.hexapla")});
  CHECK(log.exit == Exit::done);
}

TEST_CASE("a text is not checked against one in its own language", "[cli][error]") {
  const Folder folder;
  const std::string one = folder.write("one", "It met in 1998.\n");
  const std::string two = folder.write("two", "It met in 1999, for the second time.\n");
  check_refused(run({"check", one, two, "--languages", "en,en"}), Exit::misused,
                "two different --languages");
}

}  // namespace hexapla::cli::ill_formed_names_test
