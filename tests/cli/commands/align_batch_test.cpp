#include "cli/run.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {
namespace {

const std::string english =
    "The Security Council met in March.\nIt adopted two resolutions.\n"
    "The members thanked the Secretary-General.\n";
const std::string french =
    "Le Conseil de sécurité s'est réuni en mars.\nIl a adopté deux résolutions.\n"
    "Les membres ont remercié le Secrétaire général.\n";

Outcome run_batch(const Folder& folder, const std::string& rows,
                  const std::vector<std::string>& more = {}) {
  folder.write("list.tsv", rows);
  std::vector<std::string> words{
      "align", "--segmented", "--batch", folder.path("list.tsv"), "--languages", "en,fr"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

std::string row(const Folder& folder, const std::string& source, const std::string& target,
                const std::string& out) {
  return folder.path(source) + '\t' + folder.path(target) + '\t' + folder.path(out) + '\n';
}

}  // namespace

TEST_CASE("one bad file in a batch is named and the rest is done", "[cli]") {
  const Folder folder;
  folder.write("a.en", english);
  folder.write("a.fr", french);
  folder.write("empty.fr", "");
  folder.write("latin.fr",
               "Le Conseil de s\xE9"
               "curit\xE9\n");
  const auto bad = GENERATE(as<std::string>(), "missing.fr", "empty.fr", "latin.fr");
  CAPTURE(bad);
  const Outcome result = run_batch(
      folder, row(folder, "a.en", bad, "1.out") + row(folder, "a.en", "a.fr", "2.out"));
  CHECK(result.exit == Exit::findings);
  CHECK(result.err.find(bad) != std::string::npos);
  CHECK(result.err.find("1 problem: 1 of 2 documents done") != std::string::npos);
  CHECK(folder.read("2.out").starts_with("[0]:[0]:"));
  CHECK(folder.read("1.out").empty());
}

TEST_CASE("an output that can't be written doesn't stop a batch", "[cli][error]") {
  const Folder folder;
  folder.write("a.en", english);
  folder.write("a.fr", french);
  const Outcome result = run_batch(folder, row(folder, "a.en", "a.fr", "no/folder/1.out") +
                                               row(folder, "a.en", "a.fr", "2.out"));
  CHECK(result.exit == Exit::findings);
  CHECK(result.err.find("no/folder/1.out") != std::string::npos);
  CHECK(folder.read("2.out").starts_with("[0]:[0]:"));
}

TEST_CASE("a batch takes vectors and says what it thinks of each pair for machines",
          "[cli]") {
  const Folder folder;
  folder.write("a.en", english);
  folder.write("a.fr", french);
  const float numbers[] = {1, 0, 0, 1, 1, 1};  // NOLINT(*-avoid-c-arrays)
  // NOLINTNEXTLINE(*-reinterpret-cast): bytes of a file
  folder.write("v", std::string(reinterpret_cast<const char*>(numbers), sizeof numbers));
  std::string line = row(folder, "a.en", "a.fr", "1.out");
  line.pop_back();
  line += "\t\t" + folder.path("v") + '\t' + folder.path("v") + '\n';
  const Outcome result = run_batch(folder, line, {"--dimension", "2", "--format", "jsonl"});
  CHECK(result.err.find("problem") == std::string::npos);
  CHECK(result.exit == Exit::done);
  CHECK(result.out.find("\"beads\":3") != std::string::npos);
  CHECK(result.out.find("\"belonging\":\"") != std::string::npos);
}

}  // namespace hexapla::cli
