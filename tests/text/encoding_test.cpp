#include "text/encoding.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a name that is not UTF-8 is shown with replacements, one that is stays",
          "[text]") {
  CHECK(as_utf8("letter.zh.txt") == "letter.zh.txt");
  CHECK(as_utf8("联合国大会.txt") == "联合国大会.txt");
  CHECK(as_utf8("r\xE9solution.txt") == "r\uFFFDsolution.txt");
  CHECK(as_utf8("\xFF\xFE") == "\uFFFD\uFFFD");
}

}  // namespace hexapla
