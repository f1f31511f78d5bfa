#include "document/structure/leaders.hpp"

#include "cases.hpp"
#include "document/read_text.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string without_leader(std::string line) {
  const auto leader = leader_in(line);
  return leader ? line.replace(leader->begin, leader->size(), " | ") : line;
}

}  // namespace

TEST_CASE("a row of points before a page number is a leader", "[document]") {
  check_made<2>("document/structure/leaders_test.tsv", without_leader);
}

TEST_CASE("ellipses, decimals and rows of points without words are no leader",
          "[document]") {
  for (const std::string line :
       {"He said ... 3", "It fell silent. . . . 12", "他说……3", "........ 3",
        "Version 1.2.3", "........", "Signed: ......... (Secretary)", ""}) {
    CAPTURE(line);
    CHECK_FALSE(leader_in(line));
  }
}

TEST_CASE("entries of a table of contents are blocks, without their points", "[document]") {
  const std::string text =
      "Contents\n\n"
      "Page\n"
      "I. Introduction . . . . . . . . . . . . . . . . . . . . 3\n"
      "II. Financial performance of the mission and the reasons\n"
      "    for its variances . . . . . . . . . . . . . . . . . . 19\n"
      "III. Actions to be taken by the General Assembly . . . . . 24\n";
  const Document document =
      document_from(manuscript_from_text(text, "t"), "t", languages::en);
  std::vector<std::string> blocks;
  for (const Block& block : document.blocks)
    blocks.emplace_back(block.range.of(document.text));
  CHECK(blocks ==
        std::vector<std::string>{
            "Contents", "Page", "I. Introduction 3",
            "II. Financial performance of the mission and the reasons for its variances 19",
            "III. Actions to be taken by the General Assembly 24"});
}

TEST_CASE("four points lead to a page number that is set apart", "[document]") {
  CHECK(without_leader("General Assembly affairs . . . .  7") ==
        "General Assembly affairs | 7");
}

}  // namespace hexapla
