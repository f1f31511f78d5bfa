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
                   "e\xCC\x81\r\nx\n",
                   "t") == "\xC3\xA9\nx\n");
  CHECK(admit_utf8("x\ry\r", "t") == "x\ny\n");
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

TEST_CASE("find_ill_formed finds damage anywhere in a long text", "[text][property]") {
  // Longer than the blocks it works in, of sequences of one to four bytes.
  const std::string sound = [] {
    std::string text;
    while (text.size() < 40'000)
      text += "Совет A/75/1 安理会，\U0001F310 مجلس ";
    return text;
  }();
  REQUIRE(!find_ill_formed(sound));
  // What may stand nowhere, whatever its neighbours are.
  const auto* const damage =
      GENERATE("\xC0", "\xF5", "\xFF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
               "\xF4\x90\x80\x80", "\xC1\xBF");
  for (const std::size_t about :
       std::initializer_list<std::size_t>{0, 3, 16'380, 16'384, 16'388, 32'770, 39'990}) {
    std::size_t at = about;
    while ((static_cast<unsigned char>(sound[at]) & 0xC0U) == 0x80U)
      ++at;
    CAPTURE(damage, at);
    std::string text = sound;
    text.insert(at, damage);
    CHECK(find_ill_formed(text) == at);
  }
}

TEST_CASE("find_ill_formed finds the characters that are cut short", "[text][property]") {
  std::string sound(20'000, 'x');
  for (std::size_t at = 16'370; at < 16'400; ++at)
    for (const std::string_view cut : {"\xD0", "\xE5\xAE", "\xF0\x9F\x8C"}) {
      CAPTURE(at, cut);
      std::string text = sound;
      text.replace(at, cut.size(), cut);
      CHECK(find_ill_formed(text) == at);
      text.resize(at + cut.size());
      CHECK(find_ill_formed(text) == at);
    }
}

}  // namespace hexapla
