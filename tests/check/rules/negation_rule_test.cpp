#include "cases.hpp"
#include "check/make_unit.hpp"

#include <string_view>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a negation that is lost is found in all six languages", "[check][negation]") {
  const auto [source_language_tag, source, target_language_tag, kept, lost] =
      GENERATE(from_range(cases_in<5>("check/rules/negation_rule_test.tsv")));
  const Language source_language(source_language_tag);
  const Language target_language(target_language_tag);
  CAPTURE(lost);
  CHECK(rules_for(source_language, source, target_language, kept) == Rules{});
  const auto findings = findings_for(source_language, source, target_language, lost);
  REQUIRE(rules_in(findings) == Rules{"negation"});
  CHECK(findings[0].severity == severity_for(findings[0].confidence));
}

TEST_CASE("phrases that hold a negation and negate nothing are passed over",
          "[check][negation]") {
  CHECK(rules_for(languages::zh, "不同国家不断努力。", languages::en,
                  "Various countries make constant efforts.") == Rules{});
  CHECK(rules_for(languages::en, "not only States", languages::ru, "и государства") ==
        Rules{});
}

TEST_CASE("half of a negation of two words does not negate", "[check][negation]") {
  const auto [tag, kept, lost] =
      GENERATE(from_range(cases_in<3>("check/rules/negation_rule_test.tsv")));
  const Language language(tag);
  CAPTURE(lost);
  CHECK(rules_for(languages::en, "There is no risk.", language, kept) == Rules{});
  CHECK(rules_for(languages::en, "There is no risk.", language, lost) == Rules{"negation"});
}

TEST_CASE("a phrase that negates nothing may start a sentence", "[check][negation]") {
  CHECK(rules_for(languages::zh, "但事情没有结束。", languages::es,
                  "Sin embargo, la cuestión terminó.") == Rules{"negation"});
}

TEST_CASE("a word that negates by its prefix makes up for a negation, another does not",
          "[check][negation]") {
  CHECK(rules_for(languages::zh, "不成比例的损坏", languages::en,
                  "disproportionate damage") == Rules{});
  CHECK(rules_for(languages::zh, "联合国不接受这一结果。", languages::en,
                  "The United Nations accepts this result.") == Rules{"negation"});
  CHECK(rules_for(languages::zh, "不扩散制度不应受到损害。", languages::fr,
                  "Le régime de non-prolifération devrait être compromis.") ==
        Rules{"negation"});
}

TEST_CASE("a negation that the source does not have is found", "[check][negation]") {
  const auto [tag, right, added] =
      GENERATE(from_range(cases_in<3>("check/rules/negation_rule_test.tsv")));
  const Language language(tag);
  CAPTURE(added);
  CHECK(rules_for(languages::zh, "缔约方应报告损失。", language, right) == Rules{});
  const auto findings = findings_for(languages::zh, "缔约方应报告损失。", language, added);
  REQUIRE(rules_in(findings) == Rules{"negation"});
  CHECK(findings[0].target.at(0).range.size() < std::string_view(added).size());
}

TEST_CASE("French ne negates together with its second word only", "[check][negation]") {
  CHECK(rules_for(languages::zh, "该规则仅适用于船舶。", languages::fr,
                  "La règle ne s’applique qu’aux navires.") == Rules{});
  CHECK(rules_for(languages::en, "The N protein and T cells are known.", languages::fr,
                  "La protéine N et les cellules T sont connues.") == Rules{});
}

}  // namespace hexapla
