#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a value in another unit is an error", "[check][unit]") {
  const auto [source, target] = GENERATE(std::pair("预算为 500 美元", "a budget of €500"),
                                         std::pair("占 15%", "15 days of it"),
                                         std::pair("长 30 公里", "30 metres long"),
                                         std::pair("为期 6 个月", "for 6 weeks"),
                                         std::pair("温度为 38℃", "a temperature of 38 °F"));
  CAPTURE(target);
  const auto findings = findings_for(languages::zh, source, languages::en, target);
  REQUIRE(rules_in(findings) == Rules{"unit"});
  CHECK(findings[0].severity == Severity::error);
}

TEST_CASE("one unit has many forms", "[check][unit]") {
  CHECK(rules_for(languages::zh, "百分之十五", languages::en, "15 per cent") == Rules{});
  CHECK(rules_for(languages::en, "$500", languages::fr, "500 dollars") == Rules{});
  CHECK(rules_for(languages::en, "15 per cent", languages::ru, "15 процентов") == Rules{});
  CHECK(rules_for(languages::en, "15%", languages::ar, "15 في المائة") == Rules{});
  CHECK(rules_for(languages::en, "30 km", languages::es, "30 kilómetros") == Rules{});
}

TEST_CASE("a unit on one side only is a matter of wording", "[check][unit]") {
  CHECK(rules_for(languages::en, "from 5 to 10 per cent", languages::fr, "de 5 % à 10 %") ==
        Rules{});
}

}  // namespace hexapla
