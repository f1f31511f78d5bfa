#include "cases.hpp"
#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

bool has_rule(const std::vector<Finding>& findings, std::string_view rule) {
  const Rules rules = rules_in(findings);
  return std::ranges::find(rules, rule) != rules.end();
}

}  // namespace

TEST_CASE("a bracket without its partner is found", "[check][bracket]") {
  const std::string source = "秘书长的报告(见附件)已经分发。";
  CHECK_FALSE(has_rule(findings_for(languages::zh, source, languages::en,
                                    "The report (see annex) was circulated."),
                       "bracket"));
  const auto findings = findings_for(languages::zh, source, languages::en,
                                     "The report (see annex was circulated.");
  REQUIRE(rules_in(findings) == Rules{"bracket"});
  CHECK(findings[0].target.at(0).range == ByteRange{11, 12});
}

TEST_CASE("the bracket behind a point's letter needs no partner", "[check][bracket]") {
  CHECK_FALSE(has_rule(findings_for(languages::en, "(a) Takes note; (b) Decides;",
                                    languages::fr, "a) Prend note ; b) Décide ;"),
                       "bracket"));
  CHECK(has_rule(findings_for(languages::en, "The Fund (UNICEF) agreed.", languages::fr,
                              "Le Fonds UNICEF) a accepté."),
                 "bracket"));
}

TEST_CASE("a quotation that is not closed is found in every style", "[check][quotation]") {
  const auto [tag, sound, broken] =
      GENERATE(from_range(cases_in<3>("check/rules/mark_rules_test.tsv")));
  const Language language(tag);
  CAPTURE(sound);
  const std::string source = "他说“同意”。";
  CHECK_FALSE(has_rule(findings_for(languages::zh, source, language, sound), "quotation"));
  CHECK(has_rule(findings_for(languages::zh, source, language, broken), "quotation"));
}

TEST_CASE("a quotation that runs on past both sides is sound", "[check][quotation]") {
  CHECK_FALSE(has_rule(findings_for(languages::zh, "他说：“会议开始。", languages::en,
                                    "He said: “The meeting is open."),
                       "quotation"));
}

TEST_CASE("inches are no quotation", "[check][quotation]") {
  CHECK_FALSE(has_rule(findings_for(languages::ru, "труба диаметром 5 дюймов",
                                    languages::en, "a pipe of 5\""),
                       "quotation"));
}

TEST_CASE("superscript digits are footnote marks, squares are not",
          "[check][footnote_mark]") {
  CHECK(rules_for(languages::zh, "见报告。¹", languages::en, "See the report.²") ==
        Rules{"footnote_mark"});
  CHECK(rules_for(languages::zh, "面积 5 平方米。", languages::en, "An area of 5 m².") ==
        Rules{});
}

}  // namespace hexapla
