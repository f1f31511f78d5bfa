#include "text/date/date.hpp"

#include <optional>
#include <string_view>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("clock times are read with their minutes and their part of the day",
          "[text][date]") {
  using Case = std::tuple<Language, std::string_view, unsigned, std::optional<unsigned>>;
  const auto [language, text, hour, minute] = GENERATE(
      Case{languages::zh, "下午3时15分开始", 15, 15},
      Case{languages::zh, "上午10时", 10, std::nullopt},
      Case{languages::zh, "下午5点半", 17, 30}, Case{languages::zh, "下午3时5分", 15, 5},
      Case{languages::en, "at 3.15 p.m.", 15, 15},
      Case{languages::en, "at 10 a.m.", 10, std::nullopt},
      Case{languages::fr, "à 15 h 15", 15, 15},
      Case{languages::fr, "à 15 heures", 15, std::nullopt},
      Case{languages::es, "a las 15.15 horas", 15, 15},
      Case{languages::es, "a las 15 horas", 15, std::nullopt},
      Case{languages::ru, "в 15 ч. 15 м.", 15, 15},
      Case{languages::ar, "الساعة 15/15", 15, 15});
  CAPTURE(text);
  const auto times = clock_times_in(text, language);
  REQUIRE(times.size() == 1);
  CHECK(hour_of_day(times[0].hour, times[0].part).value_or(times[0].hour) == hour);
  CHECK(times[0].minute == minute);
}

TEST_CASE("durations are no clock times", "[text][date]") {
  CHECK(clock_times_in("durante 15 horas", languages::es).empty());
  CHECK(clock_times_in("pendant 15 heures", languages::fr).empty());
  CHECK(clock_times_in("for 24 hours", languages::en).empty());
  CHECK(clock_times_in("15小时", languages::zh).empty());
}

}  // namespace hexapla
