#include "text/number/number.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::string> values_in(std::string_view text, Language language) {
  std::vector<std::string> values;
  for (const Number& number : numbers_in(text, language))
    values.push_back(number.value);
  return values;
}

using Values = std::vector<std::string>;
using Case = std::tuple<Language, std::string_view, Values>;

}  // namespace

TEST_CASE("grouped digits are one value in the habits of each language", "[text][number]") {
  const auto [language, text, values] =
      GENERATE(Case{languages::en, "a total of 1,774 houses", {"1774"}},
               Case{languages::fr, "au total, 1 774 maisons", {"1774"}},
               Case{languages::fr, "au total, 1\u202F774 maisons", {"1774"}},
               Case{languages::es, "un total de 1.774 viviendas", {"1774"}},
               Case{languages::ru, "всего 1\u00A0774 дома", {"1774"}},
               Case{languages::ar, "ما مجموعه 1 774 منزلا", {"1774"}},
               Case{languages::ar, "ما مجموعه ١٧٧٤ منزلا", {"1774"}},
               Case{languages::ar, "ما مجموعه ١٬٧٧٤ منزلا", {"1774"}},
               Case{languages::zh, "共有 1 774 座房屋", {"1774"}},
               Case{languages::en, "12,345,678 dollars", {"12345678"}});
  CAPTURE(text);
  CHECK(values_in(text, language) == values);
}

TEST_CASE("fractions are told from groups", "[text][number]") {
  const auto [language, text, values] = GENERATE(
      Case{languages::en, "3.50 per cent", {"3.5"}},
      Case{languages::fr, "3,5 pour cent", {"3.5"}},
      Case{languages::es, "3,5 por ciento", {"3.5"}},
      Case{languages::ru, "3,5 процента", {"3.5"}},
      Case{languages::ar, "٣٫٥ في المائة", {"3.5"}},
      Case{languages::zh, "百分之 3.5", {"3.5"}}, Case{languages::ar, "0,125", {"0.125"}});
  CAPTURE(text);
  CHECK(values_in(text, language) == values);
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
  const auto [language, text, values] = GENERATE(
      Case{languages::en, "three women and twenty-five men", {"3", "25"}},
      Case{languages::en, "two hundred and five States", {"205"}},
      Case{languages::en, "one hundred thousand", {"100000"}},
      Case{languages::en, "between five and ten", {"5", "10"}},
      Case{languages::fr, "trois femmes et vingt et un hommes", {"3", "21"}},
      Case{languages::fr, "quatre-vingt-dix-sept États", {"97"}},
      Case{languages::fr, "soixante-quinze", {"75"}},
      Case{languages::fr, "deux cent cinquante mille", {"250000"}},
      Case{languages::es, "treinta y cinco niños y dos mil personas", {"35", "2000"}},
      Case{languages::ru, "двадцать пять детей и трое женщин", {"25", "3"}},
      Case{languages::ru, "сто двадцать тысяч", {"120000"}},
      Case{languages::ar, "ثلاثة عشر طفلا وخمسة وعشرون رجلا", {"13", "25"}},
      Case{languages::zh, "三名儿童和二十五名妇女", {"3", "25"}},
      Case{languages::zh, "两个居民区", {"2"}},
      Case{languages::zh, "三万五千人", {"35000"}},
      Case{languages::zh, "一百零五个国家", {"105"}},
      Case{languages::zh, "二〇二〇年", {"2020"}});
  CAPTURE(text);
  CHECK(values_in(text, language) == values);
}

TEST_CASE("multipliers behind digits are worked out", "[text][number]") {
  const auto [language, text, values] =
      GENERATE(Case{languages::zh, "5 万人", {"50000"}},
               Case{languages::zh, "1.5 亿", {"150000000"}},
               Case{languages::zh, "1 500 多万人", {"15000000"}},
               Case{languages::en, "2.5 million people", {"2500000"}},
               Case{languages::es, "3 mil millones", {"3000000000"}},
               Case{languages::ru, "5 млн долл.", {"5000000"}},
               Case{languages::ar, "4 ملايين", {"4000000"}});
  CAPTURE(text);
  CHECK(values_in(text, language) == values);
}

TEST_CASE("ordinals have a value and say so", "[text][number]") {
  const auto [language, text, value] = GENERATE(
      std::tuple(languages::en, std::string_view("Seventy-fifth session"), "75"),
      std::tuple(languages::en, std::string_view("75th session"), "75"),
      std::tuple(languages::fr, std::string_view("Soixante-quinzième session"), "75"),
      std::tuple(languages::es, std::string_view("Septuagésimo quinto período"), "75"),
      std::tuple(languages::es, std::string_view("75º período"), "75"),
      std::tuple(languages::ru, std::string_view("Семьдесят пятая сессия"), "75"),
      std::tuple(languages::ru, std::string_view("75-я сессия"), "75"),
      std::tuple(languages::ar, std::string_view("الدورة الخامسة والسبعون"), "75"),
      std::tuple(languages::zh, std::string_view("第七十五届会议"), "75"),
      std::tuple(languages::zh, std::string_view("第 75 届会议"), "75"));
  CAPTURE(text);
  const auto numbers = numbers_in(text, language);
  REQUIRE(numbers.size() == 1);
  CHECK(numbers[0].value == value);
  CHECK(numbers[0].ordinal);
}

TEST_CASE("words that only look like numbers are none", "[text][number]") {
  const auto [language, text] = GENERATE(
      std::pair(languages::fr, "une attaque"), std::pair(languages::fr, "pour cent"),
      std::pair(languages::es, "por ciento"),
      std::pair(languages::en, "millions of people"),
      std::pair(languages::en, "a States Party"), std::pair(languages::ar, "في المائة"),
      std::pair(languages::zh, "一致同意"), std::pair(languages::zh, "十分严重"),
      std::pair(languages::zh, "万一"), std::pair(languages::zh, "几十名"),
      std::pair(languages::zh, "三分之一"), std::pair(languages::zh, "五常"),
      std::pair(languages::en, "Smerch B2"), std::pair(languages::en, ""));
  CAPTURE(text);
  CHECK(values_in(text, language).empty());
}

TEST_CASE("half of a scale, decades and bare points are read", "[text][number]") {
  const auto [language, text, value] =
      GENERATE(std::tuple(languages::en, "half a million people", "500000"),
               std::tuple(languages::es, "medio millón de personas", "500000"),
               std::tuple(languages::fr, "un demi-million de personnes", "500000"),
               std::tuple(languages::ar, "نصف مليون شخص", "500000"),
               std::tuple(languages::ru, "полмиллиона человек", "500000"),
               std::tuple(languages::zh, "20 世纪 60 年代", "1960"),
               std::tuple(languages::zh, "二十世纪九十年代", "1990"),
               std::tuple(languages::en, "two decades", "20"),
               std::tuple(languages::es, "veinte segundos", "20"),
               std::tuple(languages::en, "from .08% on", "0.08"));
  CAPTURE(text);
  CHECK(values_in(text, language) == std::vector<std::string>{value});
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

}  // namespace hexapla
