#include "check/make_unit.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const Termbase termbase{
    {{"1",
      "law",
      {{languages::zh, "国际人道法", TermStatus::preferred, "noun", "", ""},
       {languages::en, "international humanitarian law", TermStatus::preferred, "noun", "",
        ""},
       {languages::en, "humanitarian law of war", TermStatus::deprecated, "noun", "", ""},
       {languages::ru, "международное гуманитарное право", TermStatus::preferred, "noun",
        "", ""}}},
     {"2",
      "bodies",
      {{languages::zh, "安全理事会", TermStatus::preferred, "noun", "", ""},
       {languages::en, "Security Council", TermStatus::preferred, "noun", "", ""}}},
     {"3",
      "bodies",
      {{languages::zh, "人权理事会", TermStatus::preferred, "noun", "", ""},
       {languages::en, "Human Rights Council", TermStatus::preferred, "noun", "", ""}}},
     {"4",
      "law",
      {{languages::zh, "人道法", TermStatus::preferred, "noun", "", ""},
       {languages::en, "humanitarian law", TermStatus::preferred, "noun", "", ""}}},
     {"5",
      "law",
      {{languages::zh, "停火", TermStatus::preferred, "noun", "", ""},
       {languages::en, "ceasefire", TermStatus::preferred, "noun", "", ""},
       {languages::en, "truce", TermStatus::admitted, "noun", "", ""},
       {languages::en, "cease fire", TermStatus::admitted, "verb", "", ""}}}}};

std::vector<Finding> in_english(const std::string& source, const std::string& target) {
  return findings_for(languages::zh, source, languages::en, target, termbase);
}

}  // namespace

TEST_CASE("a concept that the target says in any inflection is not missing",
          "[check][term]") {
  CHECK(
      in_english("违反国际人道法", "violations of International Humanitarian Law").empty());
  CHECK(findings_for(languages::zh, "违反国际人道法", languages::ru,
                     "нарушение международного гуманитарного права", termbase)
            .empty());
}

TEST_CASE("a concept that the target does not say is missing", "[check][term]") {
  const auto findings =
      in_english("公然违反国际人道法", "in flagrant violation of the rules");
  REQUIRE(rules_in(findings) == Rules{"term_missing"});
  CHECK(findings[0].suggestion == "international humanitarian law");
  CHECK(findings[0].source == std::vector<Spot>{{languages::zh, 0, {12, 27}}});
  CHECK(findings[0].target == std::vector<Spot>{{languages::en, 0, {0, 34}}});
}

TEST_CASE("terms inside a longer term are no findings of their own", "[check][term]") {
  CHECK(in_english("国际人道法", "international humanitarian law").empty());
  CHECK(in_english("国际人道法", "the rules").size() == 1);
}

TEST_CASE("of a long title only the term that is wrong is a finding", "[check][term]") {
  Termbase titles = termbase;
  titles.concepts.push_back(
      {"6",
       "items",
       {{languages::zh, "停火与国际人道法", TermStatus::preferred, "phrase", "", ""},
        {languages::en, "Ceasefire and international humanitarian law",
         TermStatus::preferred, "phrase", "", ""}}});
  const auto in_title = [&](const std::string& target) {
    return findings_for(languages::zh, "停火与国际人道法", languages::en, target, titles);
  };
  CHECK(in_title("Ceasefire and international humanitarian law").empty());
  const auto missing = in_title("Peace and international humanitarian law");
  REQUIRE(rules_in(missing) == Rules{"term_missing"});
  CHECK(missing[0].suggestion == "ceasefire");
  CHECK(missing[0].source == std::vector<Spot>{{languages::zh, 0, {0, 6}}});
  CHECK(rules_in(in_title("Ceasefire and humanitarian law of war")) ==
        Rules{"term_deprecated"});
  CHECK(in_title("Something else").size() == 1);
}

TEST_CASE("a deprecated form is one finding with the term to use", "[check][term]") {
  const std::string target = "violations of the humanitarian law of war";
  const auto findings = in_english("违反国际人道法", target);
  REQUIRE(rules_in(findings) == Rules{"term_deprecated"});
  CHECK(findings[0].suggestion == "international humanitarian law");
  CHECK(findings[0].target.at(0).range.of(target) == "humanitarian law of war");
  // Also where the source has nothing of the kind.
  CHECK(rules_in(in_english("违反规则", target)) == Rules{"term_deprecated"});
}

TEST_CASE("the wrong body is named in the message", "[check][term]") {
  const std::string target = "a document of the Human Rights Council";
  const auto findings = in_english("安全理事会文件", target);
  REQUIRE(rules_in(findings) == Rules{"term_missing"});
  CHECK(findings[0].target.at(0).range.of(target) == "Human Rights Council");
}

TEST_CASE("a term that is almost there is taken for a misspelling", "[check][term]") {
  const std::string target = "the caesefire held";
  const auto findings = in_english("停火", target);
  REQUIRE(rules_in(findings) == Rules{"term_missing"});
  CHECK(findings[0].target.at(0).range.of(target) == "caesefire");
}

TEST_CASE("a language without a term of the concept is not asked for it", "[check][term]") {
  CHECK(findings_for(languages::zh, "停火", languages::ru, "перемирие", termbase).empty());
}

TEST_CASE("an admitted term where the document says the preferred one is a note",
          "[check][consistency]") {
  std::vector<Unit> units;
  for (int times = 0; times < 2; ++times)
    units.push_back(make_unit(languages::zh, "停火", languages::en, "The ceasefire held."));
  units.push_back(make_unit(languages::zh, "停火", languages::en, "They cease fire."));
  CHECK(check(units, termbase).empty());  // another part of speech is no departure
  units.push_back(make_unit(languages::zh, "停火", languages::en, "The truce held."));
  const auto findings = check(units, termbase);
  REQUIRE(rules_in(findings) == Rules{"term_inconsistent"});
  CHECK(findings[0].severity == Severity::note);
  CHECK(findings[0].suggestion == "ceasefire");
}

TEST_CASE("a short form means its concept only where the document says the long one",
          "[check][term]") {
  const Termbase charter{
      {{"1",
        "legal",
        {{languages::es, "Carta de las Naciones Unidas", TermStatus::preferred, "", "", ""},
         {languages::es, "Carta", TermStatus::admitted, "", "", ""},
         {languages::ru, "Устав Организации Объединенных Наций", {}, "", "", ""},
         {languages::ru, "Устав", TermStatus::admitted, "", "", ""}}}}};
  std::vector<Unit> units{make_unit(languages::es, "Carta de fecha 17 de octubre",
                                    languages::ru, "Письмо от 17 октября")};
  CHECK(check(units, charter).empty());
  units.push_back(make_unit(languages::es, "la Carta de las Naciones Unidas", languages::ru,
                            "Устав Организации Объединенных Наций"));
  CHECK(rules_in(check(units, charter)) == Rules{"term_missing"});
}

TEST_CASE("a checker serves many documents", "[check]") {
  const Checker checker(termbase, languages::zh, languages::en);
  const std::vector<Unit> sound{
      make_unit(languages::zh, "停火", languages::en, "ceasefire")};
  const std::vector<Unit> faulty{make_unit(languages::zh, "停火", languages::en, "peace")};
  CHECK(checker.check(sound).empty());
  CHECK(checker.check(faulty).size() == 1);
  CHECK(checker.check(faulty) == check(faulty, termbase));
}

}  // namespace hexapla
