#include "cli/run.hpp"
#include "files.hpp"
#include "folder.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

namespace hexapla::cli::spared_inputs_test {
namespace {

struct Made {
  Folder folder;
  std::string english =
      folder.write("a.en.txt", project_file("corpora/letter/letter.en.txt"));
  std::string french =
      folder.write("a.fr.txt", project_file("corpora/letter/letter.fr.txt"));
  std::string terms = folder.write(
      "terms.csv", project_file("corpora/termbases/un-core.csv").substr(0, 2000));
  std::string corpus = folder.path("a.hexapla");

  Made() { REQUIRE(run({"align", english, french, "--out", corpus}).exit == Exit::done); }
};

}  // namespace

TEST_CASE("no verb writes over a file that it reads", "[cli][error]") {
  const Made made;
  using Words = std::vector<std::string>;
  const Words words = GENERATE_REF(
      Words{"export", made.corpus, "--format", "tmx", "--out", made.corpus},
      Words{"report", made.corpus, "--out", made.corpus},
      Words{"stats", made.corpus, "--out", made.corpus},
      Words{"corpus", "rebuild", made.corpus, "--out", made.corpus},
      Words{"align", made.english, made.french, "--out", made.english},
      Words{"align", made.english, made.french, "--out", made.folder.path("./a.fr.txt")});
  CAPTURE(words);
  const std::string english = made.folder.read(made.english);
  const std::string french = made.folder.read(made.french);
  const std::string corpus = made.folder.read(made.corpus);
  const Outcome ran = run(words);
  CHECK(ran.exit != Exit::done);
  CHECK(made.folder.read(made.english) == english);
  CHECK(made.folder.read(made.french) == french);
  CHECK(made.folder.read(made.corpus) == corpus);
}

TEST_CASE("an output under another name of an input is refused, too", "[cli][error]") {
  const Made made;
  const std::string link = made.folder.path("link.tmx");
  std::filesystem::create_hard_link(made.corpus, link);
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", link}).exit ==
        Exit::failed);
}

TEST_CASE("a file of another kind is replaced with --force only", "[cli][error]") {
  const Made made;
  const std::string notes = made.folder.write("README.md", "My notes on the letter.\n");
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", notes}).exit ==
        Exit::failed);
  CHECK(made.folder.read(notes) == "My notes on the letter.\n");
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", notes, "--force"}).exit ==
        Exit::done);
  CHECK(made.folder.read(notes).starts_with("<?xml"));
}

TEST_CASE("the same output can be written again", "[cli]") {
  const Made made;
  const std::string out = made.folder.path("a.tmx");
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", out}).exit == Exit::done);
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", out}).exit == Exit::done);
  CHECK(run({"align", made.english, made.french, "--out", made.corpus}).exit == Exit::done);
}

}  // namespace hexapla::cli::spared_inputs_test
