#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("points have to be numbered alike, whatever the script", "[check][list_number]") {
  CHECK(rules_for(languages::en, "(c) To report;", languages::ru, "в) доложить;") ==
        Rules{});
  const auto findings =
      findings_for(languages::en, "(c) To report;", languages::fr, "d) De faire rapport ;");
  REQUIRE(rules_in(findings) == Rules{"list_number"});
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[0].target == std::vector<Spot>{{languages::fr, 0, {0, 2}}});
  CHECK(rules_for(languages::en, "4. Decides to remain seized.", languages::es,
                  "Decide seguir ocupándose.") == Rules{"list_number"});
}

}  // namespace hexapla
