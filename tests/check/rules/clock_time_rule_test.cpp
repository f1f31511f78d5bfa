#include "check/examples.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("an hour of the other half of the day is an error", "[check][date]") {
  check_wrong("check/rules/clock_time_rule_test.tsv", languages::zh, "凌晨 3 时开始。",
              "date", [](const Finding& finding, const std::string&) {
                CHECK_THAT(finding.message, Catch::Contains("15 o’clock"));
              });
}

TEST_CASE("times said in twelve and in twenty-four hours are the same", "[check][date]") {
  check_rules("check/rules/clock_time_rule_test.tsv");
}

}  // namespace hexapla
