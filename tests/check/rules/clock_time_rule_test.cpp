#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("an hour of the other half of the day is an error", "[check][date]") {
  const auto [language, right, wrong] = GENERATE(
      std::tuple(languages::en, "It began at 3 a.m.", "It began at 3 p.m."),
      std::tuple(languages::fr, "Cela a commencé à 3 heures du matin.",
                 "Cela a commencé à 3 heures de l’après-midi."),
      std::tuple(languages::ru, "Это началось в 3 часа ночи.",
                 "Это началось в 3 часа дня."),
      std::tuple(languages::es, "Comenzó a las 3 de la madrugada.",
                 "Comenzó a las 3 de la tarde."),
      std::tuple(languages::ar, "بدأ ذلك في الساعة 3 صباحا.", "بدأ ذلك في الساعة 3 مساء."));
  CAPTURE(wrong);
  CHECK(findings_for(languages::zh, "凌晨 3 时开始。", language, right).empty());
  const auto findings = findings_for(languages::zh, "凌晨 3 时开始。", language, wrong);
  REQUIRE(rules_in(findings) == Rules{"date"});
  CHECK_THAT(findings[0].message, Catch::Contains("15 o’clock"));
}

TEST_CASE("times said in twelve and in twenty-four hours are the same", "[check][date]") {
  CHECK(findings_for(languages::zh, "下午 3 时 30 分", languages::en, "at 3.30 p.m.")
            .empty());
  CHECK(findings_for(languages::en, "at 3.30 p.m.", languages::fr, "à 15 h 30").empty());
  CHECK(findings_for(languages::zh, "深夜 1 时许", languages::en, "at around 1 a.m.")
            .empty());
  CHECK(findings_for(languages::zh, "3 时", languages::en, "at 3 p.m.").empty());
}

}  // namespace hexapla
