#include "exchange/unit_filter.hpp"

#include "exchange/split.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

TranslationUnit unit_of(const std::string& english, const std::string& chinese) {
  TranslationUnit unit;
  unit.variants.resize(2);
  unit.variants[0].language = languages::en;
  unit.variants[0].text = english;
  unit.variants[1].language = Language("zh-Hans");
  unit.variants[1].text = chinese;
  return unit;
}

bool keeps(const UnitFilterSettings& settings, TranslationUnit unit) {
  UnitFilter filter(settings);
  return filter.keeps(unit);
}

}  // namespace

TEST_CASE("a filter picks languages in the order wanted, kin included", "[export]") {
  UnitFilterSettings settings;
  settings.languages = {languages::zh, languages::en};
  UnitFilter filter(settings);
  TranslationUnit unit = unit_of("Security Council", "安全理事会");
  REQUIRE(filter.keeps(unit));
  CHECK(unit.variants[0].text == "安全理事会");
  settings.languages.push_back(languages::ru);
  CHECK_FALSE(keeps(settings, unit_of("a", "b")));
}

TEST_CASE("lengths are compared with Han counted three", "[export]") {
  UnitFilterSettings settings;
  settings.largest_length_ratio = 1.5;
  CHECK(keeps(settings, unit_of("Security Council", "安全理事会")));
  CHECK_FALSE(
      keeps(settings, unit_of("The Security Council decided to remain seized", "安理会")));
  CHECK_FALSE(keeps(settings, unit_of("a", "")));
}

TEST_CASE("a text in another language than named is found", "[export]") {
  UnitFilterSettings settings;
  settings.drops_other_languages = true;
  CHECK(keeps(settings,
              unit_of("The Security Council meets today.", "安全理事会今天开会。")));
  CHECK_FALSE(
      keeps(settings, unit_of("Le Conseil de sécurité se réunit aujourd’hui dans la salle.",
                              "安全理事会今天开会。")));
}

TEST_CASE("duplicates are exact, near duplicates differ in case, marks and digits",
          "[export]") {
  UnitFilterSettings settings;
  settings.drops_duplicates = true;
  UnitFilter exact(settings);
  settings.drops_near_duplicates = true;
  UnitFilter near(settings);
  const auto count = [&](const std::string& english, UnitFilter& filter) {
    TranslationUnit unit = unit_of(english, "第3次会议");
    return filter.keeps(unit);
  };
  CHECK(count("3rd meeting", exact));
  CHECK_FALSE(count("3rd meeting", exact));
  CHECK(count("17RD  meeting.", exact));
  CHECK(count("3rd meeting", near));
  CHECK_FALSE(count("3rd meeting", near));
  CHECK_FALSE(count("17RD  meeting.", near));
  CHECK(count("rd meeting", near));
  CHECK(near.dropped(DropReason::duplicate) == 1);
  CHECK(near.dropped(DropReason::near_duplicate) == 1);
}

TEST_CASE("a split deals documents by their names, the same everywhere", "[export]") {
  CHECK(split_of("A/75/574", 1, {}) == split_of("A/75/574", 1, {}));
  std::array<std::size_t, 3> counts{};
  std::size_t moved = 0;
  for (int number = 0; number < 10'000; ++number) {
    const std::string name = "A/75/" + std::to_string(number);
    const Split split = split_of(name, 1, {0.1, 0.2});
    ++counts.at(static_cast<std::size_t>(split));
    if (split_of(name, 2, {0.1, 0.2}) != split) ++moved;
  }
  CHECK(counts[1] > 900);
  CHECK(counts[1] < 1'100);
  CHECK(counts[2] > 1'850);
  CHECK(counts[2] < 2'150);
  CHECK(moved > 3'000);
  // Written down, so that a change of the hash shows.
  CHECK(split_of("S/2023/1", 1, {0.3, 0.3}) == Split::train);
}

}  // namespace hexapla
