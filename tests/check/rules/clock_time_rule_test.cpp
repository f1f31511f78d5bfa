#include "cases.hpp"
#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("an hour of the other half of the day is an error", "[check][date]") {
  const auto [tag, right, wrong] =
      GENERATE(from_range(cases_in<3>("check/rules/clock_time_rule_test.tsv")));
  const Language language(tag);
  CAPTURE(wrong);
  CHECK(rules_for(languages::zh, "凌晨 3 时开始。", language, right) == Rules{});
  const auto findings = findings_for(languages::zh, "凌晨 3 时开始。", language, wrong);
  REQUIRE(rules_in(findings) == Rules{"date"});
  CHECK_THAT(findings[0].message, Catch::Contains("15 o’clock"));
}

TEST_CASE("times said in twelve and in twenty-four hours are the same", "[check][date]") {
  CHECK(rules_for(languages::zh, "下午 3 时 30 分", languages::en, "at 3.30 p.m.") ==
        Rules{});
  CHECK(rules_for(languages::en, "at 3.30 p.m.", languages::fr, "à 15 h 30") == Rules{});
  CHECK(rules_for(languages::zh, "深夜 1 时许", languages::en, "at around 1 a.m.") ==
        Rules{});
  CHECK(rules_for(languages::zh, "3 时", languages::en, "at 3 p.m.") == Rules{});
}

}  // namespace hexapla
