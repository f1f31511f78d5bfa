#include "search/regex.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::regex_test {

using Catch::Contains;

TEST_CASE("texts that take long one by one take too long together", "[search][error]") {
  constexpr std::int64_t few = 200;  // ticks
  const Regex regex("(a+)+b", few);
  const std::string slow(15, 'a');  // some ten ticks
  const auto search_all = [&] {
    for (int text = 0; text < few; ++text)
      (void)regex.find_all(slow);
  };
  CHECK(regex.find_all(slow).empty());
  CHECK_THROWS_WITH(search_all(), Contains("too long for all texts"));
}

TEST_CASE("simple expressions are as good after many texts as after one", "[search]") {
  const Regex regex("第.条", 1);
  for (int text = 0; text < 1000; ++text)
    REQUIRE(regex.find_all("见第七条。").size() == 1);
}

}  // namespace hexapla::regex_test
