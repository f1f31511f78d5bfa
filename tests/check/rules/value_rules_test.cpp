#include "cases.hpp"
#include "check/make_unit.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Whether some finding of that rule points at `words` of the target.
const Finding* found_at(const std::vector<Finding>& findings, Rule rule,
                        const std::string& target, const std::string& words) {
  const std::size_t at = target.find(words);
  const auto hit = std::ranges::find_if(findings, [&](const Finding& finding) {
    return finding.rule == rule &&
           std::ranges::any_of(finding.target, [&](const Spot& spot) {
             return spot.range.begin < at + words.size() && at < spot.range.end;
           });
  });
  return hit == findings.end() ? nullptr : &*hit;
}

bool is_quiet(const std::vector<Finding>& findings) {
  return std::ranges::none_of(findings, [](const Finding& finding) {
    return finding.rule != Rule::length && finding.severity > Severity::note;
  });
}

/// In each example, from Chinese, what is wrong is found, as severe as that at least.
void check_found(Rule rule, Severity least) {
  for (const auto& [source, target, text, wrong] :
       cases_in<4>("check/rules/value_rules_test.tsv")) {
    CAPTURE(text);
    const auto findings = findings_for(languages::zh, source, Language(target), text);
    const Finding* finding = found_at(findings, rule, text, wrong);
    REQUIRE(finding != nullptr);
    CHECK(finding->severity >= least);
  }
}

}  // namespace

TEST_CASE("a wrong multiplier is an error", "[check][number]") {
  check_found(Rule::number, Severity::error);
}

TEST_CASE("values that are said in another way are right", "[check][number]") {
  const auto [source_tag, source_text, target_tag, target_text] =
      GENERATE(from_range(cases_in<4>("check/rules/value_rules_test.tsv")));
  const Language source(source_tag);
  const Language target(target_tag);
  CAPTURE(source_text, target_text);
  CHECK(is_quiet(findings_for(source, source_text, target, target_text)));
}

TEST_CASE("ordinals, shares and signs that differ are found", "[check][number]") {
  check_found(Rule::number, Severity::warning);
}

TEST_CASE("one and two in words never stand against other numbers", "[check][number]") {
  CHECK(is_quiet(findings_for(languages::zh, "一项重要的倡议", languages::en,
                              "an important initiative launched in 2019")));
  CHECK(is_quiet(findings_for(languages::zh, "一个战略", languages::en,
                              "a strategy with four goals")));
}

TEST_CASE("numbers of a vote in another order are found", "[check][number]") {
  const std::string text = "Par 12 voix contre 3, avec 140 abstentions";
  const auto findings =
      findings_for(languages::zh, "140票赞成、3票反对、12票弃权", languages::fr, text);
  const Finding* finding = found_at(findings, Rule::number, text, "140");
  REQUIRE(finding != nullptr);
  CHECK(finding->severity == Severity::error);
  CHECK(is_quiet(findings_for(languages::zh, "140票赞成、3票反对、12票弃权", languages::fr,
                              "Par 140 voix contre 3, avec 12 abstentions")));
}

TEST_CASE("times, weekdays and months that differ are found", "[check][date]") {
  check_found(Rule::date, Severity::error);
}

TEST_CASE("a weekday that the calendar denies is found without one in the source",
          "[check][date]") {
  const std::string text = "On Monday, 21 September 2021";
  const auto findings = findings_for(languages::zh, "2021年9月21日", languages::en, text);
  const Finding* finding = found_at(findings, Rule::date, text, "Monday");
  REQUIRE(finding != nullptr);
  CHECK(finding->suggestion == "Tuesday");
}

TEST_CASE("units that are lost, exchanged or wrongly converted are found",
          "[check][unit]") {
  const auto [source, target, text, wrong, rule] =
      GENERATE(std::tuple("占8.5%", languages::fr, "soit 8,5 du total", "8,5", Rule::unit),
               std::tuple("占8.5%", languages::ru, "составило 8,5 от общего объема", "8,5",
                          Rule::unit),
               std::tuple("35公里", languages::ru, "35 м", "м", Rule::unit),
               std::tuple("200万瑞士法郎", languages::en, "2 million dollars", "dollars",
                          Rule::unit),
               std::tuple("8公里", languages::en, "7 miles", "7", Rule::number));
  CAPTURE(text);
  CHECK(found_at(findings_for(languages::zh, source, target, text), rule, text, wrong) !=
        nullptr);
}

}  // namespace hexapla
