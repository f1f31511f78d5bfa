#include "text/date/date.hpp"

#include <string_view>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("days of the week are read in six languages", "[text][date]") {
  const auto [language, text, day] = GENERATE(
      std::tuple(languages::zh, std::string_view("2017年6月27日星期二"), 2),
      std::tuple(languages::zh, std::string_view("8月30日（周三）"), 3),
      std::tuple(languages::en, std::string_view("on Wednesday, 30 August 2023"), 3),
      std::tuple(languages::fr, std::string_view("le mercredi 30 août 2023"), 3),
      std::tuple(languages::es, std::string_view("el miércoles 30 de agosto"), 3),
      std::tuple(languages::ru, std::string_view("в среду, 30 августа 2023 года"), 3),
      std::tuple(languages::ar, std::string_view("يوم الأربعاء"), 3));
  CAPTURE(text);
  const auto days = weekdays_in(text, words_of(text), language);
  REQUIRE(days.size() == 1);
  CHECK(days[0].day == day);
}

TEST_CASE("words that are days only sometimes are none elsewhere", "[text][date]") {
  const auto [language, text] =
      GENERATE(std::pair(languages::zh, std::string_view("每周一次")),
               std::pair(languages::zh, std::string_view("75周年")),
               std::pair(languages::ru, std::string_view("окружающая среда")),
               std::pair(languages::ar, std::string_view("الأحد عشر")),
               std::pair(languages::es, std::string_view("Sr. Domingo Pérez")));
  CAPTURE(text);
  CHECK(weekdays_in(text, words_of(text), language).empty());
}

TEST_CASE("the calendar knows the day of the week of a date", "[text][date]") {
  Date date;
  date.year = 2017;
  date.month = 6;
  date.day = 27;
  CHECK(weekday_of(date) == 2);
  date.day.reset();
  CHECK_FALSE(weekday_of(date).has_value());
  date.day = 31;
  CHECK_FALSE(weekday_of(date).has_value());
}

TEST_CASE("months without a day are read where they are months", "[text][date]") {
  const auto [language, text, months] = GENERATE(
      std::tuple(languages::en, std::string_view("from late March to early April"),
                 std::vector<int>{3, 4}),
      std::tuple(languages::en, std::string_view("we may march"), std::vector<int>{}),
      std::tuple(languages::en, std::string_view("Ms. May Lee"), std::vector<int>{}),
      std::tuple(languages::fr, std::string_view("de mars à mai"), std::vector<int>{3, 5}),
      std::tuple(languages::fr, std::string_view("la planète Mars"), std::vector<int>{}),
      std::tuple(languages::es, std::string_view("en marzo"), std::vector<int>{3}),
      std::tuple(languages::ru, std::string_view("в конце мая"), std::vector<int>{5}),
      std::tuple(languages::ar, std::string_view("في آذار/مارس"), std::vector<int>{3}));
  CAPTURE(text);
  std::vector<int> found;
  for (const Date& date : bare_months_in(text, words_of(text), language, {}))
    found.push_back(date.month);
  CHECK(found == months);
}

TEST_CASE("all months of a list have its year", "[text][date]") {
  const auto dates = dates_in("in June, July and August 2014", languages::en);
  REQUIRE(dates.size() == 3);
  for (const Date& date : dates)
    CHECK(date.year == 2014);
  CHECK(dates[0].month == 6);
  CHECK(dates[2].month == 8);
  CHECK(dates_in("juillet et août 2014", languages::fr).size() == 2);
}

}  // namespace hexapla
