#include "cases.hpp"
#include "check/make_unit.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("numbers compare as values, however they are written", "[check][number]") {
  const auto [source_tag, source_text, target_tag, target_text] =
      GENERATE(from_range(cases_in<4>("check/rules/number_rule_test.tsv")));
  const Language source(source_tag);
  const Language target(target_tag);
  CAPTURE(source_text, target_text);
  const auto findings = findings_for(source, source_text, target, target_text);
  const Rules rules = rules_in(findings);
  CHECK(std::ranges::count(rules, "number") == 0);
}

TEST_CASE("a number that differs is found where it stands", "[check][number]") {
  using Case = std::tuple<Language, std::string, std::string, std::string>;
  const auto [target, target_text, wrong, right] =
      GENERATE(Case{languages::en, "A total of 1,747 houses", "1,747", "1,774"},
               Case{languages::es, "un total de 1.747 viviendas", "1.747", "1.774"},
               Case{languages::ar, "ودُمر 1\u00A0747 منزلا", "1\u00A0747", "1\u00A0774"});
  CAPTURE(target_text);
  const auto findings = findings_for(languages::zh, "1 774 座房屋", target, target_text);
  REQUIRE(rules_in(findings) == Rules{"number"});
  CHECK(findings[0].suggestion == right);
  CHECK(findings[0].target.at(0).range.of(target_text) == wrong);
}

TEST_CASE("numbers that differ pair with what is most like them", "[check][number]") {
  const std::string text = "Points 35, 40, 68 et 153";
  const auto findings =
      findings_for(languages::zh, "议程项目 35、40、86 和 135", languages::fr, text);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].suggestion == "86");
  CHECK(findings[0].target.at(0).range.of(text) == "68");
  CHECK(findings[1].suggestion == "135");
}

TEST_CASE("a number that is missing or added is found", "[check][number]") {
  CHECK(rules_for(languages::zh, "327 个物体", languages::fr, "d’autres biens") ==
        Rules{"number"});
  CHECK(rules_for(languages::zh, "其他物体", languages::fr, "327 autres biens") ==
        Rules{"number"});
}

TEST_CASE("a session of another number is found", "[check][number]") {
  CHECK(rules_for(languages::zh, "第七十五届会议", languages::ru,
                  "Семьдесят шестая сессия") == Rules{"number"});
}

}  // namespace hexapla
