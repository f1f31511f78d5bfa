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

TEST_CASE("a number is one token however it is written", "[align]") {
  CHECK(share_token(languages::en, "1,774", languages::fr, "1 774"));
  CHECK(share_token(languages::en, "1774", languages::ar, "١٧٧٤"));
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

TEST_CASE("Arabic words are one token with and without what is written onto them",
          "[align][ar]") {
  CHECK(share_token(languages::ar, "والأمين", languages::ar, "أمين"));
  CHECK(share_token(languages::ar, "المجلس", languages::ar, "بالمجلس"));
}

TEST_CASE("a run of Han gives its pairs of characters", "[align][zh]") {
  Vocabulary vocabulary;
  CHECK(tokens_of({languages::zh, {"安理会"}, {}}, vocabulary).tokens.size() == 2);
  CHECK(share_token(languages::zh, "安全理事会", languages::zh, "经社理事会"));
}

TEST_CASE("marks of one meaning are one token in all scripts", "[align]") {
  CHECK(share_token(languages::zh, "？", languages::ar, "؟"));
  CHECK(share_token(languages::zh, "。", languages::en, "."));
  CHECK(share_token(languages::fr, "«", languages::zh, "“"));
}

TEST_CASE("lengths are counted in code points without spaces", "[align]") {
  Vocabulary vocabulary;
  const auto side = tokens_of({languages::ru, {"Совет да", "", " "}, {}}, vocabulary);
  CHECK(side.lengths == std::vector<std::uint32_t>{7, 1, 1});
  CHECK(side.of(1).empty());
}

}  // namespace hexapla
