#include "check/examples.hpp"

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
  check_rules("check/rules/negation_rule_test.tsv");
}

TEST_CASE("half of a negation of two words does not negate", "[check][negation]") {
  check_wrong("check/rules/negation_rule_test.tsv", languages::en, "There is no risk.",
              "negation", [](const Finding&, const std::string&) {});
}

TEST_CASE("a phrase that negates nothing may start a sentence", "[check][negation]") {
  CHECK(rules_for(languages::zh, "但事情没有结束。", languages::es,
                  "Sin embargo, la cuestión terminó.") == Rules{"negation"});
}

TEST_CASE("a word that negates by its prefix makes up for a negation, another does not",
          "[check][negation]") {
  check_rules("check/rules/negation_rule_test.tsv");
}

TEST_CASE("a negation that the source does not have is found", "[check][negation]") {
  check_wrong("check/rules/negation_rule_test.tsv", languages::zh, "缔约方应报告损失。",
              "negation", [](const Finding& finding, const std::string& added) {
                CHECK(finding.target.at(0).range.size() < added.size());
              });
}

TEST_CASE("French ne negates together with its second word only", "[check][negation]") {
  check_rules("check/rules/negation_rule_test.tsv");
}

}  // namespace hexapla
