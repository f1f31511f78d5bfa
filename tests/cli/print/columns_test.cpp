#include "cli/print/columns.hpp"

#include "text/code_point.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {

TEST_CASE("Latin is wrapped between words, Han between characters", "[cli]") {
  CHECK(wrapped("the Security Council", 12) ==
        std::vector<std::string>{"the Security", "Council"});
  CHECK(wrapped("安全理事会文件。", 10) ==
        std::vector<std::string>{"安全理事会", "文件。"});
}

TEST_CASE("closing marks never begin a line, long words are broken", "[cli]") {
  CHECK(wrapped("安全理事。会", 8) == std::vector<std::string>{"安全理", "事。会"});
  CHECK(wrapped("https://www.un.org", 8) ==
        std::vector<std::string>{"https://", "www.un.o", "rg"});
}

TEST_CASE("no line is wider than its column", "[cli][property]") {
  const std::string text =
      "يُعقد الاجتماع في 17 October 2020，大会第七十五届会议 Генеральная Ассамблея — "
      "séance.";
  for (std::size_t width = 2; width < 40; ++width)
    for (const std::string& line : wrapped(text, width))
      CHECK(display_width(line) <= width);
}

TEST_CASE("right-to-left cells are filled on the left", "[cli]") {
  CHECK(padded("大会", 6, false) == "大会  ");
  CHECK(padded("مجلس", 6, true) == "  مجلس");
}

}  // namespace hexapla::cli
