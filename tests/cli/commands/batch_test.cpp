#include "cli/run.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

namespace hexapla::cli {
namespace {

const std::vector<std::array<std::string, 2>> lines{
    {"The Security Council met on 3 March 2019.",
     "Le Conseil de sécurité s'est réuni le 3 mars 2019."},
    {"It adopted resolution 2456 on the situation in Yemen.",
     "Il a adopté la résolution 2456 sur la situation au Yémen."},
    {"The members thanked the Secretary-General for his report.",
     "Les membres ont remercié le Secrétaire général de son rapport."},
    {"They asked for 12 observers in Hodeidah until May.",
     "Ils ont demandé 12 observateurs à Hodeïda jusqu'en mai."},
    {"The meeting was adjourned.", "La séance a été levée."}};

/// Five works of two versions each, and their table.
class Works {
 public:
  Works() {
    std::string table = "work\tlanguage\tpath\tproblem\n";
    for (std::size_t work = 0; work < 5; ++work)
      for (std::size_t side = 0; side < 2; ++side) {
        const std::string tag = side == 0 ? "en" : "fr";
        const std::string name = std::to_string(work) + "." + tag;
        folder_.write(name, text(work, side));
        table += "W" + std::to_string(work) + '\t' + tag + '\t' + path(name) + "\t\n";
      }
    folder_.write("works.tsv", table);
  }

  /// Each work begins elsewhere.
  static std::string text(std::size_t work, std::size_t side) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
      text += lines[(i + work) % lines.size()].at(side) + '\n';
    return text;
  }

  Outcome batch(const std::string& out,
                              const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"batch", path("works.tsv"), "--out", path(out)};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return folder_.path(name);
  }
  const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
};

}  // namespace

TEST_CASE("a batch makes one corpus of all works, and the second time nothing", "[cli]") {
  const Works works;
  const Outcome first = works.batch("out");
  CAPTURE(first.err);
  CHECK(first.err.find("corpus.hexapla: 5 works, 5 of them new") != std::string::npos);
  const std::string bytes = works.folder().read("out/corpus.hexapla");
  CHECK(works.batch("out").err.find("as before, 5 works, 0 of them new") !=
        std::string::npos);
  CHECK(works.folder().read("out/corpus.hexapla") == bytes);
  CHECK(run({"corpus", "check", works.path("out/corpus.hexapla")}).exit == Exit::done);
  CHECK_FALSE(std::filesystem::exists(works.path("out/corpus.begun.hexapla")));
}

TEST_CASE("shards, threads and earlier runs change no byte of a merged corpus",
          "[cli][property]") {
  const Works works;
  works.batch("whole", {"--threads", "1"});
  works.batch("parts", {"--shard", "2/2", "--threads", "3"});
  works.batch("parts", {"--shard", "1/2"});
  const Outcome merged = run({"corpus", "merge", "--out", works.path("all.hexapla"),
                              works.path("parts/shard-2-of-2.hexapla"),
                              works.path("parts/shard-1-of-2.hexapla")});
  CAPTURE(merged.err);
  CHECK(merged.exit == Exit::done);
  const std::string whole = works.folder().read("whole/corpus.hexapla");
  CHECK(works.folder().read("all.hexapla") == whole);
}

TEST_CASE("a work whose file changed is made anew, as if it were the first time",
          "[cli][property]") {
  const Works works;
  works.batch("out");
  works.folder().write("3.en", Works::text(3, 0) + "It was 5 o'clock.\n");
  CHECK(works.batch("out").err.find("5 works, 1 of them new") != std::string::npos);
  works.batch("fresh");
  CHECK(works.folder().read("out/corpus.hexapla") ==
        works.folder().read("fresh/corpus.hexapla"));
}

TEST_CASE("a work that the table names no more is left out", "[cli]") {
  const Works works;
  works.batch("out");
  std::string table = works.folder().read("works.tsv");
  works.folder().write("works.tsv", table.substr(0, table.find("W4")));
  CHECK(works.batch("out").err.find("4 works, 0 of them new") != std::string::npos);
  const Outcome info = run({"corpus", "info", works.path("out/corpus.hexapla")});
  CHECK(info.out.find("W4") == std::string::npos);
}

TEST_CASE("what can't be read, has changed or has a problem is told, the rest is done",
          "[cli][error]") {
  const Works works;
  works.folder().write("0.fr", "");
  std::string table = works.folder().read("works.tsv");
  table += "W5\ten\t" + works.path("missing") + "\twrong language: it is es\n";
  works.folder().write("works.tsv", table);
  const Outcome result = works.batch("out");
  CHECK(result.exit == Exit::findings);
  CHECK(result.err.find("4 works") != std::string::npos);
  const std::string problems = works.folder().read("out/problems.tsv");
  CAPTURE(problems);
  CHECK(problems.starts_with("work\tlanguage\tpath\tproblem\n"));
  CHECK(problems.find("W0\tfr\t" + works.path("0.fr") + "\tunreadable: ") !=
        std::string::npos);
  CHECK(problems.find("W5\ten\t" + works.path("missing") + "\twrong language") !=
        std::string::npos);
  // Told again when nothing is done.
  works.batch("out");
  CHECK(works.folder().read("out/problems.tsv") == problems);
}

TEST_CASE("a file that is not the one that was paired is left out", "[cli][error]") {
  const Works works;
  std::string table = works.folder().read("works.tsv");
  table.insert(table.find("\tproblem"), "\tsha256");
  std::string changed;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    const std::string line = table.substr(begin, end - begin);
    changed += begin == 0 ? line : line.substr(0, line.rfind('\t')) + "\t00\t";
    changed += '\n';
    begin = end + 1;
  }
  works.folder().write("works.tsv", changed);
  const Outcome result = works.batch("out");
  CHECK(result.exit == Exit::findings);
  CHECK(works.folder().read("out/problems.tsv").find("changed: it is not the file") !=
        std::string::npos);
}

TEST_CASE("a shard that isn't there is refused", "[cli][error]") {
  const Works works;
  const auto shard = GENERATE(as<std::string>(), "0/2", "3/2", "2", "a/b");
  CHECK(works.batch("out", {"--shard", shard}).exit == Exit::misused);
}

}  // namespace hexapla::cli
