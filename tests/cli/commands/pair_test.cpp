#include "cli/run.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

namespace hexapla::cli {

TEST_CASE("pair finds the versions of the letter and tells what it can't read", "[cli]") {
  const Folder folder;
  const std::string in = folder.path("in");
  std::filesystem::create_directories(in + "/fr");
  const std::string letter = std::string(SOURCE_ROOT) + "/corpora/letter/letter.";
  std::filesystem::copy(letter + "zh.txt", in + "/N2034567.txt");
  std::filesystem::copy(letter + "en.txt", in + "/A_75_574-EN.txt");
  std::filesystem::copy(letter + "fr.txt", in + "/fr/unnamed.txt");
  folder.write("in/broken.docx", "PK\x03\x04 nothing");
  folder.write("in/empty-ru.txt", "");
  folder.write("in/.hidden", "x");
  const Outcome result = run({"pair", in, "--out", folder.path("works.tsv")});
  CHECK(result.exit == Exit::findings);
  CHECK(
      result.err.find("5 files, 3 of them in 1 work, 2 problems: 1 empty, 1 unreadable") !=
      std::string::npos);
  const std::string table = folder.read("works.tsv");
  CAPTURE(table);
  CHECK(table.starts_with("work\tlanguage\tpath\tsha256\thow\tscore\tproblem\n"));
  CHECK(table.find("\ten\t" + in + "/A_75_574-EN.txt") != std::string::npos);
  CHECK(table.find("\tempty: it has no bytes\n") != std::string::npos);
  CHECK(table.find("\tunreadable: ") != std::string::npos);
}

TEST_CASE("pair refuses what is no folder and templates without their parts",
          "[cli][error]") {
  const Folder folder;
  folder.write("a.txt", "x");
  CHECK(run({"pair", folder.path("a.txt")}).exit == Exit::misused);
  CHECK(run({"pair"}).exit == Exit::misused);
  const Outcome result = run({"pair", folder.path(""), "--template", "{work}.txt"});
  CHECK(result.exit == Exit::failed);
  CHECK(result.err.find("{language}") != std::string::npos);
}

}  // namespace hexapla::cli
