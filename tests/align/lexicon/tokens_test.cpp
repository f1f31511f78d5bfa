#include "align/lexicon/tokens.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// True when both texts have a token in common.
bool share_token(Language source_language, std::string_view source,
                 Language target_language, std::string_view target) {
  Vocabulary vocabulary;
  const auto sources = tokens_of({source_language, {source}, {}}, vocabulary);
  const auto targets = tokens_of({target_language, {target}, {}}, vocabulary);
  return std::ranges::any_of(sources.tokens, [&](std::uint32_t token) {
    return std::ranges::find(targets.tokens, token) != targets.tokens.end();
  });
}

}  // namespace

TEST_CASE("what has one meaning is one token however it is written", "[align]") {
  struct Two {
    std::string_view what;
    Language source_language;
    std::string_view source;
    Language target_language;
    std::string_view target;
  };
  using namespace languages;
  const Two two =
      GENERATE(values<Two>({{"a number", en, "1,774", fr, "1 774"},
                            {"a number", en, "1774", ar, "١٧٧٤"},
                            {"a mark", zh, "？", ar, "؟"},
                            {"a mark", zh, "。", en, "."},
                            {"a mark", fr, "«", zh, "“"},
                            {"with a conjunction", ar, "والأمين", ar, "أمين"},
                            {"with a preposition", ar, "المجلس", ar, "بالمجلس"},
                            {"pairs of Han", zh, "安全理事会", zh, "经社理事会"}}));
  CAPTURE(two.what, two.source, two.target);
  CHECK(share_token(two.source_language, two.source, two.target_language, two.target));
}

TEST_CASE("a part of a number is another token", "[align]") {
  CHECK_FALSE(share_token(languages::en, "1,774", languages::fr, "774"));
}

TEST_CASE("a date shares its day and its month with its translations", "[align]") {
  Vocabulary vocabulary;
  const auto chinese = tokens_of({languages::zh, {"2020 年 10 月 17 日"}, {}}, vocabulary);
  const auto english = tokens_of({languages::en, {"17 October 2020"}, {}}, vocabulary);
  auto sorted_chinese = chinese.tokens;
  auto sorted_english = english.tokens;
  std::ranges::sort(sorted_chinese);
  std::ranges::sort(sorted_english);
  CHECK(sorted_chinese == sorted_english);
}

TEST_CASE("a run of Han gives its pairs of characters", "[align][zh]") {
  Vocabulary vocabulary;
  CHECK(tokens_of({languages::zh, {"安理会"}, {}}, vocabulary).tokens.size() == 2);
}

TEST_CASE("lengths are counted in code points without spaces", "[align]") {
  Vocabulary vocabulary;
  const auto side = tokens_of({languages::ru, {"Совет да", "", " "}, {}}, vocabulary);
  CHECK(side.lengths == std::vector<std::uint32_t>{7, 1, 1});
  CHECK(side.of(1).empty());
}

}  // namespace hexapla
