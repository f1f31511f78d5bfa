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
      std::pair(languages::zh, "五常"), std::pair(languages::es, "medio ambiente"),
      std::pair(languages::en, "The I. V. League"), std::pair(languages::en, "Smerch B2"),
      std::pair(languages::en, ""));
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

TEST_CASE("multipliers make values in the sense of each language", "[text][number]") {
  const auto [language, text, values] =
      GENERATE(Case{languages::zh, "4.2万亿美元", {"4200000000000"}},
               Case{languages::zh, "三万亿", {"3000000000000"}},
               Case{languages::zh, "十三億五千萬美元", {"1350000000"}},
               Case{languages::zh, "兩萬三千五百美元", {"23500"}},
               Case{languages::zh, "3亿5000万人", {"350000000"}},
               Case{languages::fr, "4,2 billions de dollars", {"4200000000000"}},
               Case{languages::fr, "trois milliards", {"3000000000"}},
               Case{languages::es, "4,2 billones de dólares", {"4200000000000"}},
               Case{languages::es, "dos mil quinientos millones", {"2500000000"}},
               Case{languages::en, "$4.2bn", {"4200000000"}},
               Case{languages::ru, "1,2 трлн долларов", {"1200000000000"}},
               Case{languages::ru, "миллион человек", {"1000000"}},
               Case{languages::ar, "مليوني امرأة", {"2000000"}},
               Case{languages::ar, "3 بلايين دولار", {"3000000000"}},
               Case{languages::ar, "مليار دولار", {"1000000000"}});
  CAPTURE(text);
  CHECK(values_in(text, language) == values);
}

TEST_CASE("a half belongs to the number before it", "[text][number]") {
  const auto [language, text, values] = GENERATE(
      Case{languages::en, "one and a half million children", {"1500000"}},
      Case{languages::en, "two and a half years", {"2.5"}},
      Case{languages::en, "2½ hours", {"2.5"}}, Case{languages::zh, "约2½小时", {"2.5"}},
      Case{languages::zh, "两个半小时", {"2.5"}}, Case{languages::zh, "3年半", {"3.5"}},
      Case{languages::fr, "un million et demi", {"1500000"}},
      Case{languages::fr, "2 ans et demi", {"2.5"}},
      Case{languages::es, "dos millones y medio", {"2500000"}},
      Case{languages::ru, "полтора миллиона", {"1500000"}},
      Case{languages::ru, "два с половиной миллиона", {"2500000"}},
      Case{languages::ar, "مليون ونصف", {"1500000"}});
  CAPTURE(text);
  CHECK(values_in(text, language) == values);
}

TEST_CASE("shares of a whole are values", "[text][number]") {
  const auto [language, text, value] =
      GENERATE(std::tuple(languages::zh, "三分之二多数", "2/3"),
               std::tuple(languages::zh, "十分之七的人", "0.7"),
               std::tuple(languages::zh, "一半", "0.5"),
               std::tuple(languages::en, "a one-third majority", "1/3"),
               std::tuple(languages::en, "three quarters of them", "0.75"),
               std::tuple(languages::en, "¾ of them", "0.75"),
               std::tuple(languages::fr, "les deux tiers des voix", "2/3"),
               std::tuple(languages::fr, "trois cinquièmes", "0.6"),
               std::tuple(languages::es, "dos terceras partes", "2/3"),
               std::tuple(languages::es, "la mitad", "0.5"),
               std::tuple(languages::ru, "две трети", "2/3"),
               std::tuple(languages::ru, "двух пятых", "0.4"),
               std::tuple(languages::ar, "أغلبية ثلثي الأعضاء", "2/3"),
               std::tuple(languages::ar, "ثلاثة أرباع", "0.75"));
  CAPTURE(text);
  const auto numbers = numbers_in(text, language);
  REQUIRE(numbers.size() == 1);
  CHECK(numbers[0].value == value);
  CHECK(numbers[0].fraction);
}

TEST_CASE("an ordinal before a noun is no share of a whole", "[text][number]") {
  const auto [language, text, value] =
      GENERATE(std::tuple(languages::en, "the third quarter of 2023", "3"),
               std::tuple(languages::en, "a third report", "3"),
               std::tuple(languages::fr, "un cinquième rapport", "5"),
               std::tuple(languages::es, "un cuarto informe", "4"));
  CAPTURE(text);
  const auto numbers = numbers_in(text, language);
  REQUIRE_FALSE(numbers.empty());
  CHECK(numbers[0].value == value);
  CHECK(numbers[0].ordinal);
}

TEST_CASE("Roman numerals and Chinese ones behind what is numbered are ordinals",
          "[text][number]") {
  const auto [language, text, value] =
      GENERATE(std::tuple(languages::en, "under Chapter VII of the Charter", "7"),
               std::tuple(languages::en, "Part I", "1"),
               std::tuple(languages::fr, "au XXIe siècle, l’annexe III", "3"),
               std::tuple(languages::ru, "глава VI Устава", "6"),
               std::tuple(languages::es, "el siglo XX", "20"),
               std::tuple(languages::zh, "见附件三", "3"));
  CAPTURE(text);
  const auto numbers = numbers_in(text, language);
  REQUIRE_FALSE(numbers.empty());
  CHECK(numbers.back().value == value);
  CHECK(numbers.back().ordinal);
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
  const auto [language, text] =
      GENERATE(std::pair(languages::zh, "零下15摄氏度"),
               std::pair(languages::en, "15 degrees Celsius below zero"),
               std::pair(languages::en, "at −15 °C"), std::pair(languages::en, "is -15 °C"),
               std::pair(languages::fr, "moins 15 degrés"),
               std::pair(languages::es, "15 grados bajo cero"),
               std::pair(languages::ru, "минус 15 градусов"),
               std::pair(languages::ar, "15 درجة تحت الصفر"));
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

}  // namespace hexapla
