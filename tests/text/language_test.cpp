#include "text/language.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a language tag prints back exactly", "[text]") {
  const auto tag = GENERATE(values<std::string>({"zh", "zh-Hans", "de", "es-419", "und"}));
  REQUIRE(Language::from(tag));
  CHECK(Language::from(tag)->tag() == tag);
}

TEST_CASE("what is no language tag is refused", "[text][error]") {
  const auto tag = GENERATE(values<std::string>(
      {"", "z", "zh,en", "english", "12", "zh Hans", "zh-Hans-with-more"}));
  CAPTURE(tag);
  CHECK_FALSE(Language::from(tag));
}

TEST_CASE("script facts follow the primary language", "[text]") {
  CHECK(languages::zh.spaceless());
  CHECK(Language("zh-Hant").spaceless());
  CHECK_FALSE(languages::ru.spaceless());
  CHECK(languages::ar.right_to_left());
  CHECK_FALSE(languages::en.right_to_left());
}

}  // namespace hexapla
