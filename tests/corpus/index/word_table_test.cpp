#include "corpus/index/word_table.hpp"

#include <random>
#include <string>
#include <unordered_map>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a table gives each word the number that it was added with", "[corpus]") {
  WordTable table;
  CHECK(table.find(WordKey("安全")) == nullptr);
  table.add(WordKey("安全"), 7);
  table.add(WordKey("安"), 0);
  table.add(WordKey(""), 3);
  REQUIRE(table.find(WordKey("安全")) != nullptr);
  CHECK(*table.find(WordKey("安全")) == 7);
  CHECK(*table.find(WordKey("安")) == 0);
  CHECK(*table.find(WordKey("")) == 3);
  CHECK(table.find(WordKey("全")) == nullptr);
  CHECK(table.find(WordKey(std::string_view("安\0", 4))) == nullptr);
}

TEST_CASE("a table that has grown knows the words of before", "[corpus][property]") {
  std::mt19937 random(3);
  WordTable table;
  std::unordered_map<std::string, std::uint32_t> expected;
  for (std::uint32_t number = 0; number < 50'000; ++number) {
    std::string word;
    for (auto size = random() % 24; size > 0; --size)
      word += static_cast<char>('a' + random() % 4);
    if (expected.emplace(word, number).second) table.add(WordKey(word), number);
  }
  for (const auto& [word, number] : expected) {
    const std::string longer = word + "x";
    const std::uint32_t* const found = table.find(WordKey(word));
    REQUIRE(found != nullptr);
    REQUIRE(*found == number);
    REQUIRE((expected.contains(longer) || table.find(WordKey(longer)) == nullptr));
  }
}

}  // namespace hexapla
