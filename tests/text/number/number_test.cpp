#include "text/number/number.hpp"

#include "cases.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::number_test {
namespace {

std::vector<std::string> values_in(std::string_view text, Language language) {
  std::vector<std::string> values;
  for (const Number& number : numbers_in(text, language))
    values.push_back(number.value);
  return values;
}

using Values = std::vector<std::string>;

constexpr const char* examples = "text/number/number_test.tsv";

/// The values of each example are those that the table tells.
void check_values() {
  for (const auto& [tag, text, values] : cases_in<3>(examples)) {
    CAPTURE(text);
    CHECK(values_in(text, Language(tag)) == parts_in(values));
  }
}

/// Each example holds a number of the value that the table tells, and of a kind.
void check_kind(bool Number::*kind) {
  for (const auto& [tag, text, value] : cases_in<3>(examples)) {
    CAPTURE(text);
    const auto numbers = numbers_in(text, Language(tag));
    const auto found = std::ranges::find(numbers, value, &Number::value);
    REQUIRE(found != numbers.end());
    CHECK((*found).*kind);
  }
}

}  // namespace

TEST_CASE("grouped digits are one value in the habits of each language", "[text][number]") {
  check_values();
}

TEST_CASE("fractions are told from groups", "[text][number]") {
  check_values();
}

TEST_CASE("numbers in a list stay apart", "[text][number]") {
  const Values items{"35", "40", "86", "135"};
  CHECK(values_in("agenda items 35, 40, 86 and 135", languages::en) == items);
  CHECK(values_in("议程项目 35、40、86 和 135", languages::zh) == items);
  CHECK(values_in("البنود 35 و 40 و 86 و 135", languages::ar) == items);
  CHECK(values_in("section 1.2.3", languages::en) == Values{"1", "2", "3"});
  CHECK(values_in("2019-2020", languages::en) == Values{"2019", "2020"});
}

TEST_CASE("number words count as their value", "[text][number]") {
  check_values();
}

TEST_CASE("multipliers behind digits are worked out", "[text][number]") {
  check_values();
}

TEST_CASE("ordinals have a value and say so", "[text][number]") {
  check_kind(&Number::ordinal);
}

TEST_CASE("words that only look like numbers are none", "[text][number]") {
  const auto [tag, text] = GENERATE(from_range(cases_in<2>(examples)));
  const Language language(tag);
  CAPTURE(text);
  CHECK(values_in(text, language).empty());
}

TEST_CASE("half of a scale, decades and bare points are read", "[text][number]") {
  check_values();
}

TEST_CASE("multipliers make values in the sense of each language", "[text][number]") {
  check_values();
}

TEST_CASE("a half belongs to the number before it", "[text][number]") {
  check_values();
}

TEST_CASE("shares of a whole are values", "[text][number]") {
  check_kind(&Number::fraction);
}

TEST_CASE("an ordinal before a noun is no share of a whole", "[text][number]") {
  check_kind(&Number::ordinal);
}

TEST_CASE("Roman numerals and Chinese ones behind what is numbered are ordinals",
          "[text][number]") {
  check_kind(&Number::ordinal);
}

TEST_CASE("groups of Arabic numbers in the order of the script are put right",
          "[text][number]") {
  CHECK(values_in("مبلغ 800 331 649 1 دولار", languages::ar) == Values{"1649331800"});
  CHECK(values_in("الرصيد البالغ 800 013 34 دولار", languages::ar) == Values{"34013800"});
  const auto either = numbers_in("331 649 800 دولار", languages::ar);
  REQUIRE(either.size() == 1);
  CHECK(either[0].value == "331649800");
  CHECK(either[0].other_value == "800649331");
}

TEST_CASE("years before a decade and telephone numbers are not multiplied or grouped",
          "[text][number]") {
  CHECK(values_in("2022-2031十年期", languages::zh) == Values{"2022", "2031", "10"});
  CHECK(values_in("请致电+1 212 963 1234。", languages::zh) == Values{"+12129631234"});
  CHECK(values_in("Tel. +41 (0)22 917 12 34", languages::fr) == Values{"+410229171234"});
  CHECK(values_in("212 963 1234", languages::en) == Values{"+2129631234"});
  CHECK(values_in("+1 500 000 personnes", languages::fr) == Values{"1500000"});
}

TEST_CASE("a multiplier behind the end of a range counts its start", "[text][number]") {
  CHECK(values_in("between 2 and 3 million", languages::en) ==
        Values{"2000000", "3000000"});
  CHECK(values_in("2至3万人", languages::zh) == Values{"20000", "30000"});
  CHECK(values_in("de 2 à 3 millions", languages::fr) == Values{"2000000", "3000000"});
  CHECK(numbers_in("2-3 млн", languages::ru).at(0).other_value == "2");
  CHECK(values_in("from 500 to 3 million", languages::en) == Values{"500", "3000000"});
}

TEST_CASE("what stands below zero is negative", "[text][number]") {
  const auto [tag, text] = GENERATE(from_range(cases_in<2>(examples)));
  const Language language(tag);
  CAPTURE(text);
  const auto numbers = numbers_in(text, language);
  REQUIRE(numbers.size() == 1);
  CHECK(numbers[0].value == "15");
  CHECK(numbers[0].negative);
}

TEST_CASE("hyphens of ranges and lists are no minus signs", "[text][number]") {
  for (const std::string_view text : {"5-15", "5 - 15", "from 5 -15", "-15 boxes", "A-15"})
    for (const Number& number : numbers_in(text, languages::en)) {
      CAPTURE(text);
      CHECK_FALSE(number.negative);
    }
}

TEST_CASE("a number's range covers all its words", "[text][number]") {
  const std::string_view text = "about two hundred and five States";
  const auto numbers = numbers_in(text, languages::en);
  REQUIRE(numbers.size() == 1);
  CHECK(numbers[0].range.of(text) == "two hundred and five");
  CHECK(numbers[0].in_words);
  const std::string_view digits = "共有 1 774 座";
  CHECK(numbers_in(digits, languages::zh).at(0).range.of(digits) == "1 774");
  CHECK_FALSE(numbers_in(digits, languages::zh).at(0).in_words);
}

}  // namespace hexapla::number_test
