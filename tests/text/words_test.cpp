#include "text/words.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> result;
  for (const Word& word : words_of(text))
    result.emplace_back(word.range.of(text));
  return result;
}

}  // namespace

TEST_CASE("words_of cuts at spaces, marks and apostrophes", "[text]") {
  CHECK(texts("L’Assemblée générale, 75 ans.") ==
        std::vector<std::string>{"L", "’", "Assemblée", "générale", ",", "75", "ans", "."});
}

TEST_CASE("words_of gives each Han character by itself and Latin words whole", "[text]") {
  CHECK(texts("安理会 ArayiK 说：“好。”1") ==
        std::vector<std::string>{"安", "理", "会", "ArayiK", "说", "：", "“", "好", "。",
                                 "”", "1"});
}

TEST_CASE("words_of keeps vowel signs and tatweel inside Arabic words", "[text][ar]") {
  CHECK(texts("مجلسُ الأمــن") == std::vector<std::string>{"مجلسُ", "الأمــن"});
}

TEST_CASE("words_of names the kind of each word", "[text]") {
  const auto words = words_of("Совет 15 国 ٣٤!");
  REQUIRE(words.size() == 5);
  CHECK(words[0].kind == WordKind::letters);
  CHECK(words[1].kind == WordKind::digits);
  CHECK(words[2].kind == WordKind::han);
  CHECK(words[3].kind == WordKind::digits);
  CHECK(words[4].kind == WordKind::punctuation);
}

TEST_CASE("words_of does not join digits of two scripts", "[text][edge]") {
  CHECK(texts("12٣٤") == std::vector<std::string>{"12", "٣٤"});
}

TEST_CASE("words_of keeps a soft hyphen inside a word and drops one at its end",
          "[text][edge]") {
  CHECK(texts("reso\u00ADlution\u00AD now") ==
        std::vector<std::string>{"reso\u00ADlution", "now"});
}

TEST_CASE("words_of finds nothing in white space, controls and nothing", "[text][edge]") {
  CHECK(words_of("").empty());
  CHECK(words_of(" \t\n\u3000\u200F").empty());
}

}  // namespace hexapla
