#include "corpus/index/word_table.hpp"

#include <random>
#include <string>
#include <unordered_map>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a table gives each word the number that it was added with", "[corpus]") {
  WordTable table;
  CHECK(table.find("安全") == nullptr);
  table.add("安全", 7);
  table.add("安", 0);
  table.add("", 3);
  REQUIRE(table.find("安全") != nullptr);
  CHECK(*table.find("安全") == 7);
  CHECK(*table.find("安") == 0);
  CHECK(*table.find("") == 3);
  CHECK(table.find("全") == nullptr);
  CHECK(table.find(std::string_view("安\0", 4)) == nullptr);
}

TEST_CASE("a table that has grown knows the words of before", "[corpus][property]") {
  std::mt19937 random(3);
  WordTable table;
  std::unordered_map<std::string, std::uint32_t> expected;
  for (std::uint32_t number = 0; number < 50'000; ++number) {
    std::string word;
    for (auto size = random() % 24; size > 0; --size)
      word += static_cast<char>('a' + random() % 4);
    if (expected.emplace(word, number).second) table.add(word, number);
  }
  for (const auto& [word, number] : expected) {
    const std::uint32_t* const found = table.find(word);
    REQUIRE(found != nullptr);
    REQUIRE(*found == number);
    REQUIRE((expected.contains(word + "x") || table.find(word + "x") == nullptr));
  }
}

}  // namespace hexapla
