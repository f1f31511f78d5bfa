#include "collection/works_table.hpp"

#include "text/error.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a table of works comes back as it was written", "[collection]") {
  const std::vector<PairedFile> files{
      {"A/75/574", "zh", "in/a\tb\\c.txt", "00ff", "symbol", 0.5, ""},
      {"", "", "in/信.txt", "", "-", 0, "unreadable: no\nreason"}};
  std::ostringstream out;
  write_works_table(out, files);
  CHECK(read_works_table(out.str(), "works.tsv") == files);
}

TEST_CASE("a path that is no UTF-8 is written as UTF-8 and names the same file",
          "[collection]") {
  const std::vector<PairedFile> files{
      {"A/75/574", "fr", "in/r\xE9sum\xE9 \\xE9.txt", "00ff", "symbol", 0.5, ""}};
  std::ostringstream out;
  write_works_table(out, files);
  CHECK(out.str().find("in/r\\xE9sum\\xE9 \\\\xE9.txt") != std::string::npos);
  CHECK(read_works_table(out.str(), "works.tsv") == files);
  CHECK(plain_field("\\x4") == "x4");
}

TEST_CASE("a table that a person made needs three columns, in any order", "[collection]") {
  const auto files =
      read_works_table("# mine\npath\twork\tlanguage\na.txt\tA/1\tfr\r\n", "works.tsv");
  REQUIRE(files.size() == 1);
  CHECK(files[0].work == "A/1");
  CHECK(files[0].language == "fr");
  CHECK(files[0].problem.empty());
}

TEST_CASE("a table that makes no sense is refused with its line", "[collection][error]") {
  const auto [text, words] = GENERATE(table<std::string, std::string>({
      {"path\tlanguage\na\ten\n", "works.tsv:1: has no column 'work'"},
      {"path\twork\tlanguage\n\tA/1\ten\n", "works.tsv:2: names no file"},
      {"path\twork\tlanguage\na\tA/1\tEnglish!\n",
       "works.tsv:2: 'English!' is no language"},
      {"path\twork\tlanguage\n", "works.tsv: names no file"},
  }));
  CHECK_THROWS_WITH(read_works_table(text, "works.tsv"), Catch::Contains(words));
}

}  // namespace hexapla
