#include "text/dictionary_words.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (const ByteRange range : dictionary_words_of(text))
    words.emplace_back(range.of(text));
  return words;
}

}  // namespace

TEST_CASE("Chinese is cut into words, other scripts at blanks and marks", "[text]") {
  CHECK(words_in("通过决议。") == std::vector<std::string>{"通过", "决议", "。"});
  CHECK(words_in("l’Assemblée adopte") ==
        std::vector<std::string>{"l", "’", "Assemblée", "adopte"});
  CHECK(words_in("2020年") == std::vector<std::string>{"2020", "年"});
  CHECK(words_in("").empty());
}

}  // namespace hexapla
