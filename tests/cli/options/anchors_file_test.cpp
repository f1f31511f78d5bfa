#include "cli/options/anchors_file.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {
namespace {

std::vector<SegmentedDocument> versions() {
  std::vector<SegmentedDocument> all;
  for (const Language language : {languages::zh, languages::en, languages::fr}) {
    SegmentedDocument& version = all.emplace_back();
    version.document.language = language;
    version.segments.resize(10);
  }
  return all;
}

}  // namespace

TEST_CASE("a line of anchors makes a bead for each pair of its languages", "[cli]") {
  const auto confirmed = read_anchors("# by hand\nen\tzh\tfr\n3\t1-2\t\n\n4\t-\t5\r\n",
                                      "anchors.tsv", versions());
  REQUIRE(confirmed.size() == 3);
  CHECK(confirmed[0].source == 0);
  CHECK(confirmed[0].target == 1);
  CHECK(confirmed[0].beads == std::vector<Bead>{{{1, 3}, {3, 4}, 1}, {{0, 0}, {4, 5}, 1}});
  CHECK(confirmed[1].target == 2);
  CHECK(confirmed[1].beads == std::vector<Bead>{{{0, 0}, {5, 6}, 1}});
  CHECK(confirmed[2].beads == std::vector<Bead>{{{4, 5}, {5, 6}, 1}});
}

TEST_CASE("anchors that make no sense are refused with their line", "[cli][error]") {
  const auto [text, why] = GENERATE(table<const char*, const char*>(
      {{"", "anchors.tsv:1: lacks its first line"},
       {"zh\tde\n", "anchors.tsv:1: names the language 'de'"},
       {"zh\n", "anchors.tsv:1: names fewer than two languages"},
       {"zh\tzh\n", "anchors.tsv:1: names zh twice"},
       {"zh\ten\n1\tx\n", "anchors.tsv:2: holds 'x' instead of a segment's number"},
       {"zh\ten\n1\t-2\n", "anchors.tsv:2: holds '' instead"},
       {"zh\ten\n5-4\t1\n", "anchors.tsv:2: has a run that ends before it begins"},
       {"zh\ten\n1\t10\n", "anchors.tsv:2: names segment 10 of en, which has 10"},
       {"zh\ten\n1\t1\n1\t2\n", "anchors.tsv:3: names segment 1 of zh again"},
       {"zh\ten\n1\t\n", "anchors.tsv:2: speaks of fewer than two languages"},
       {"zh\ten\n1\t2\t3\n", "anchors.tsv:2: has more cells"},
       {"zh\ten\n99999999999\t2\n", "anchors.tsv:2: holds '99999999999'"}}));
  CAPTURE(text);
  CHECK_THROWS_WITH(read_anchors(text, "anchors.tsv", versions()), Catch::Contains(why));
}

}  // namespace hexapla::cli
