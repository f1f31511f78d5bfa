#include "text/date/date.hpp"

#include "cases.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::date_test {
namespace {

/// "2020-10-17", with "-" for what is absent.
std::string written(const Date& date) {
  return (date.year ? std::to_string(*date.year) : "-") + '/' + std::to_string(date.month) +
         '/' + (date.day ? std::to_string(*date.day) : "-");
}

std::vector<std::string> written_dates(std::string_view text, Language language) {
  std::vector<std::string> dates;
  for (const Date& date : dates_in(text, language))
    dates.push_back(written(date));
  return dates;
}

using Texts = std::vector<std::string>;

constexpr const char* examples = "text/date/date_test.tsv";

/// Each example holds that date and no other.
void check_date(const std::string& date) {
  for (const auto& [tag, text] : cases_in<2>(examples)) {
    CAPTURE(text);
    CHECK(written_dates(text, Language(tag)) == Texts{date});
  }
}

}  // namespace

TEST_CASE("a full date is read in each official language", "[text][date]") {
  check_date("2020/10/17");
}

TEST_CASE("a date without a year has none", "[text][date]") {
  check_date("-/10/1");
}

TEST_CASE("days in a list share month and year", "[text][date]") {
  const Texts both{"2020/10/4", "2020/10/11"};
  CHECK(written_dates("on 4 and 11 October 2020", languages::en) == both);
  CHECK(written_dates("du 4 au 11 octobre 2020", languages::fr) == both);
  CHECK(written_dates("del 4 al 11 de octubre de 2020", languages::es) == both);
  CHECK(written_dates("с 4 по 11 октября 2020 года", languages::ru) == both);
  CHECK(written_dates("في 4 و 11 تشرين الأول/أكتوبر 2020", languages::ar) == both);
  CHECK(written_dates("2020 年 10 月 4 日至 11 日", languages::zh) == both);
}

TEST_CASE("a month with a year is a date without a day", "[text][date]") {
  CHECK(written_dates("in October 2020", languages::en) == Texts{"2020/10/-"});
  CHECK(written_dates("en octubre de 2020", languages::es) == Texts{"2020/10/-"});
  CHECK(written_dates("في تشرين الأول/أكتوبر 2020", languages::ar) == Texts{"2020/10/-"});
  CHECK(written_dates("2020 年 10 月", languages::zh) == Texts{"2020/10/-"});
}

TEST_CASE("other numbers are no dates", "[text][date]") {
  const auto [tag, text] = GENERATE(from_range(cases_in<2>(examples)));
  const Language language(tag);
  CAPTURE(text);
  if (std::string_view(text) == "14 March Street 99") {
    CHECK(written_dates(text, language) ==
          Texts{"-/3/14"});  // nothing tells it from a date
  } else {
    CHECK(written_dates(text, language).empty());
  }
}

TEST_CASE("a date's range covers its words", "[text][date]") {
  const std::string_view text = "مؤرخة 17 تشرين الأول/أكتوبر 2020 موجهة";
  CHECK(dates_in(text, languages::ar).at(0).range.of(text) == "17 تشرين الأول/أكتوبر 2020");
  const std::string_view chinese = "于 2020 年 10 月 9 日在莫斯科";
  CHECK(dates_in(chinese, languages::zh).at(0).range.of(chinese) == "2020 年 10 月 9 日");
}

TEST_CASE("an hour is of the part of the day that stands beside it", "[text][date]") {
  const auto [language, text, part, hour] = GENERATE(
      std::tuple(languages::en, "at around 1 a.m., Ganja", DayPart::before_noon, 1U),
      std::tuple(languages::en, "at 3.30 p.m.", DayPart::after_noon, 15U),
      std::tuple(languages::zh, "深夜 1 时许", DayPart::night, 1U),
      std::tuple(languages::zh, "晚上 8 时", DayPart::night, 20U),
      std::tuple(languages::zh, "下午3时", DayPart::after_noon, 15U),
      std::tuple(languages::fr, "vers 1 heure du matin", DayPart::before_noon, 1U),
      std::tuple(languages::es, "a las 11 de la noche", DayPart::night, 23U),
      std::tuple(languages::ru, "около 1 часа ночи", DayPart::night, 1U),
      std::tuple(languages::ru, "в 9 часов вечера", DayPart::after_noon, 21U),
      std::tuple(languages::ar, "حوالي الساعة 3 مساء", DayPart::after_noon, 15U),
      std::tuple(languages::ar, "الساعة 1 بعد منتصف الليل", DayPart::before_noon, 1U));
  CAPTURE(text);
  const auto times = clock_times_in(text, language);
  REQUIRE(times.size() == 1);
  CHECK(times[0].part == part);
  CHECK(hour_of_day(hour > 12 ? hour - 12 : hour, part) == hour);
}

TEST_CASE("an hour without a part of the day may be of either half", "[text][date]") {
  CHECK(hour_of_day(3, DayPart::unsaid) == std::nullopt);
  CHECK(hour_of_day(15, DayPart::unsaid) == 15U);
  CHECK(hour_of_day(12, DayPart::after_noon) == 12U);
  CHECK(hour_of_day(12, DayPart::before_noon) == 0U);
}

TEST_CASE("clock times are told from durations", "[text][date]") {
  const auto [tag, text, expected] = GENERATE(from_range(cases_in<3>(examples)));
  const Language language(tag);
  CAPTURE(text);
  const auto times = clock_times_in(text, language);
  REQUIRE(times.size() == 1);
  CHECK(std::string(times[0].range.of(text)).starts_with(expected));
  CHECK(clock_times_in("within 48 hours", languages::en).empty());
  CHECK(clock_times_in("48 小时", languages::zh).empty());
}

TEST_CASE("the verb may is no month, and a month has one day", "[text][date]") {
  CHECK(dates_in("SARS-CoV-2 may spread", languages::en).empty());
  CHECK(dates_in("on 2 May 2020", languages::en).size() == 1);
  const auto dates = dates_in("as at 15 March 8:00 a.m.", languages::en);
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].day == 15);
}

}  // namespace hexapla::date_test
