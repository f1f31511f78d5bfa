#include "align/lexicon/remembered.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("what is made of a text is made once", "[align]") {
  Remembered<std::size_t> sizes;
  int made = 0;
  const auto size_of = [&](std::string_view text) {
    ++made;
    return text.size();
  };
  CHECK(sizes.of("Совет Безопасности", size_of) == 35);
  CHECK(sizes.of("安全理事会", size_of) == 15);
  CHECK(sizes.of("Совет Безопасности", size_of) == 35);
  CHECK(sizes.of("", size_of) == 0);
  CHECK(made == 3);
}

TEST_CASE("what is forgotten for want of room is made again", "[align][edge]") {
  Remembered<std::string> copies;
  const auto copy_of = [](std::string_view text) { return std::string(text); };
  const std::string long_text(600'000, 'x');
  for (int round = 0; round < 3; ++round)
    for (const char last : {'a', 'b', 'c'}) {
      const std::string text = long_text + last;
      CHECK(copies.of(text, copy_of) == text);
    }
}

}  // namespace hexapla
