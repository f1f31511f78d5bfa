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

TEST_CASE("a text refers to the same points on both sides", "[check][list_number]") {
  CHECK(rules_for(languages::zh, "见第3(b)和(c)段。", languages::en,
                  "See paragraphs 3 (b) and (c).") == Rules{});
  CHECK(rules_for(languages::en, "subparagraphs (a) and (c)", languages::ru,
                  "подпункты а) и с)") == Rules{});
  const auto findings = findings_for(languages::zh, "见第3(b)和(c)段。", languages::en,
                                     "See paragraphs 3 (b) and (d).");
  REQUIRE(rules_in(findings) == Rules{"list_number"});
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].message == "“d” is here for “c”");
  CHECK(rules_for(languages::fr, "à l’alinéa a) du paragraphe 3", languages::ar,
                  "في الفقرة 3 (ج)") == Rules{"list_number"});
}

}  // namespace hexapla
