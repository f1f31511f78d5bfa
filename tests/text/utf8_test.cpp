#include "text/utf8.hpp"

#include "text/code_point.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("admit_utf8 names the line and byte of the first bad byte", "[text][error]") {
  try {
    (void)admit_utf8("good\nbad \xC3(\n", "A_RES_1.txt");
    FAIL("a bad byte was admitted");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::malformed);
    CHECK(error.place() == Place{"A_RES_1.txt", 2});
    CHECK_THAT(error.what(), Catch::StartsWith("A_RES_1.txt:2: not UTF-8 text at byte 9"));
  }
}

TEST_CASE("admit_utf8 drops the mark, composes, and mends line ends", "[text]") {
  CHECK(admit_utf8("\xEF\xBB\xBF"
                   "e\xCC\x81\r\nx\ry",
                   "t") == "\xC3\xA9\nx\ny");
}

TEST_CASE("UTF-16 without a mark is found out by its NUL bytes", "[text][error]") {
  CHECK_THROWS_AS(require_utf8(std::string_view("T\0h\0e\0", 6), "t"), Error);
}

TEST_CASE("code points are counted, not bytes; Han is two columns wide", "[text]") {
  CHECK(count_code_points("中文 ok") == 5);
  CHECK(display_width("中文 ok") == 7);
  CHECK(display_width("e\xCC\x81") == 1);
}

TEST_CASE("trimmed takes off no-break and ideographic spaces too", "[text]") {
  const std::string_view text = "\u3000\u00A0大会 ";
  CHECK(trimmed(text, {0, text.size()}).of(text) == "大会");
  CHECK(trimmed("  ", {0, 2}).empty());
}

}  // namespace hexapla
