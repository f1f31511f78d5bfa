#include "check/make_unit.hpp"

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::term_rules_test {
namespace {

Term a_term(Language language, const std::string& text,
            const std::string& part_of_speech = "",
            TermStatus status = TermStatus::preferred) {
  return {language, text, status, part_of_speech, "", ""};
}

Termbase one_concept(const std::vector<Term>& terms) {
  return {{{"1", "", terms}}};
}

const Termbase termbase = [] {
  Termbase terms = nouns_of({
      "law: zh 国际人道法 | en international humanitarian law | "
      "en -humanitarian law of war | ru международное гуманитарное право",
      "bodies: zh 安全理事会 | en Security Council",
      "bodies: zh 人权理事会 | en Human Rights Council",
      "law: zh 人道法 | en humanitarian law",
      "law: zh 停火 | en ceasefire | en ~truce | en ~cease fire",
  });
  terms.concepts.back().terms.back().part_of_speech = "verb";
  return terms;
}();

std::vector<Finding> in_english(const std::string& source, const std::string& target) {
  return findings_for(languages::zh, source, languages::en, target, termbase);
}

}  // namespace

TEST_CASE("a concept that the target says in any inflection is not missing",
          "[check][term]") {
  CHECK(
      in_english("违反国际人道法", "violations of International Humanitarian Law").empty());
  CHECK(rules_for(languages::zh, "违反国际人道法", languages::ru,
                  "нарушение международного гуманитарного права", termbase) == Rules{});
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
       {a_term(languages::zh, "停火与国际人道法", "phrase"),
        a_term(languages::en, "Ceasefire and international humanitarian law", "phrase")}});
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
  CHECK(rules_for(languages::zh, "停火", languages::ru, "перемирие", termbase) == Rules{});
}

TEST_CASE("an admitted term where the document says the preferred one is a note",
          "[check][consistency]") {
  std::vector<AlignedUnit> units;
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

TEST_CASE("an admitted term in a script without letter case is no abbreviation",
          "[check][consistency]") {
  const Termbase pandemic = nouns_of({": zh 大流行 | ar جائحة | ar ~وباء"});
  std::vector<AlignedUnit> units;
  for (const char* text : {"أعلنت الجائحة.", "انتهت الجائحة."})
    units.push_back(make_unit(languages::zh, "宣布大流行。", languages::ar, text));
  units.push_back(make_unit(languages::zh, "宣布大流行。", languages::ar, "أعلن الوباء."));
  CHECK(rules_in(check(units, pandemic)) == Rules{"term_inconsistent"});
}

TEST_CASE(
    "the fewer places say the preferred term, the less certain is a departure from it",
    "[check][consistency]") {
  std::vector<AlignedUnit> units;
  for (int times = 0; times < 2; ++times)
    units.push_back(make_unit(languages::zh, "停火", languages::en, "The ceasefire held."));
  units.push_back(make_unit(languages::zh, "停火", languages::en, "The truce held."));
  const auto before = check(units, termbase);
  for (int times = 0; times < 4; ++times)
    units.push_back(make_unit(languages::zh, "停火", languages::en, "The truce held."));
  const auto after = check(units, termbase);
  REQUIRE(before.size() == 1);
  REQUIRE(after.size() == 5);
  CHECK(after[0].confidence < before[0].confidence);
}

TEST_CASE("one term of the target for two of the source is reported as that",
          "[check][term]") {
  const Termbase devices =
      nouns_of({": zh 呼吸器 | en respirator", ": zh 呼吸机 | en ventilator"});
  std::vector<AlignedUnit> units;
  constexpr int often = 4;
  for (int times = 0; times < often; ++times) {
    units.push_back(make_unit(languages::zh, "缺少呼吸器。", languages::en,
                              "Ventilators are lacking."));
    units.push_back(
        make_unit(languages::zh, "使用呼吸机。", languages::en, "A ventilator is used."));
  }
  constexpr int others = 40;  // pairs that speak of neither
  for (int times = 0; times < others; ++times)
    units.push_back(
        make_unit(languages::zh, "会议开始。", languages::en, "The meeting began."));
  const auto findings = check(units, devices);
  REQUIRE(rules_in(findings) == Rules(often, "term_merged"));
  CHECK(findings[0].suggestion == "respirator");
  CHECK_THAT(findings[0].message, Catch::Contains("“呼吸机”"));
}

TEST_CASE(
    "a term said once where the source says it twice is missing if another stands there",
    "[check][term]") {
  const std::vector<std::pair<std::string, std::string>> bodies{
      {"安全理事会", "Security Council"},
      {"人权理事会", "Human Rights Council"},
      {"国际法院", "International Court"},
      {"秘书处", "Secretariat"},
      {"选举观察团", "observer mission"}};
  const std::vector<std::pair<std::string, std::string>> actions{
      {"举行会议", "met in Geneva"},
      {"发表声明", "issued a statement"},
      {"通过报告", "adopted its report"},
      {"推迟表决", "postponed the vote"},
      {"感谢主席", "thanked its President"}};
  std::vector<AlignedUnit> units;
  for (const auto& [body, body_in_english] : bodies)
    for (const auto& [action, action_in_english] : actions)
      units.push_back(make_unit(languages::zh, body + action, languages::en,
                                "The " + body_in_english + " " + action_in_english));
  units.push_back(make_unit(
      languages::zh, "安全理事会举行会议，安全理事会发表声明", languages::en,
      "The Security Council met in Geneva, the Security Council issued a statement"));
  CHECK(check(units, termbase).empty());
  units.push_back(make_unit(
      languages::zh, "安全理事会举行会议，安全理事会发表声明", languages::en,
      "The Security Council met in Geneva, the Human Rights Council issued a statement"));
  const auto findings = check(units, termbase);
  REQUIRE(rules_in(findings) == Rules{"term_missing"});
  CHECK(findings[0].suggestion == "Security Council");
}

TEST_CASE("a short form means its concept only where the document says the long one",
          "[check][term]") {
  const Termbase charter =
      one_concept({a_term(languages::es, "Carta de las Naciones Unidas"),
                   a_term(languages::es, "Carta", "", TermStatus::admitted),
                   a_term(languages::ru, "Устав Организации Объединенных Наций"),
                   a_term(languages::ru, "Устав", "", TermStatus::admitted)});
  std::vector<AlignedUnit> units{make_unit(languages::es, "Carta de fecha 17 de octubre",
                                           languages::ru, "Письмо от 17 октября")};
  CHECK(check(units, charter).empty());
  units.push_back(make_unit(languages::es, "la Carta de las Naciones Unidas", languages::ru,
                            "Устав Организации Объединенных Наций"));
  CHECK(rules_in(check(units, charter)) == Rules{"term_missing"});
}

TEST_CASE("a checker serves many documents", "[check]") {
  const Checker checker(termbase, languages::zh, languages::en);
  const std::vector<AlignedUnit> sound{
      make_unit(languages::zh, "停火", languages::en, "ceasefire")};
  const std::vector<AlignedUnit> faulty{
      make_unit(languages::zh, "停火", languages::en, "peace")};
  CHECK(checker.check(sound).empty());
  CHECK(checker.check(faulty).size() == 1);
  CHECK(checker.check(faulty) == check(faulty, termbase));
}

TEST_CASE("a modifier inside a term, or another order, is still the term",
          "[check][term]") {
  const Termbase territory =
      one_concept({a_term(languages::zh, "被占领领土", "noun"),
                   a_term(languages::en, "occupied territory", "noun"),
                   a_term(languages::fr, "territoire occupé", "noun")});
  const auto in = [&](Language language, const std::string& target) {
    return findings_for(languages::zh, "撤出被占领领土", language, target, territory);
  };
  CHECK(in(languages::en, "withdrawal from the Occupied Palestinian Territory").empty());
  CHECK(in(languages::fr, "retrait du territoire palestinien occupé").empty());
  CHECK(rules_for(languages::en, "the occupied territory", languages::zh,
                  "被占领巴勒斯坦领土", territory) == Rules{});
  CHECK(rules_in(in(languages::en,
                    "an occupied house, as the report says at length, and a territory")) ==
        Rules{"term_missing"});
}

TEST_CASE("irregular and broken plurals are no other rendering", "[check][term]") {
  const auto [language, singular, plural, other] =
      GENERATE(std::tuple(languages::en, std::string("child"), std::string("children"),
                          std::string("minor")),
               std::tuple(languages::ar, std::string("طفل"), std::string("أطفال"),
                          std::string("قاصر")),
               std::tuple(languages::ru, std::string("ребенок"), std::string("дети"),
                          std::string("малолетний")));
  const Termbase children = one_concept(
      {a_term(languages::zh, "儿童", "noun"), a_term(language, singular, "noun"),
       a_term(language, plural, "noun", TermStatus::admitted),
       a_term(language, other, "noun", TermStatus::admitted)});
  const auto rules_with = [&, language = language,
                           singular = singular](const std::string& last) {
    std::vector<AlignedUnit> units(3, make_unit(languages::zh, "儿童", language, singular));
    units.push_back(make_unit(languages::zh, "儿童", language, last));
    return rules_in(check(units, children));
  };
  CHECK(rules_with(plural).empty());
  CHECK(rules_with(other) == Rules{"term_inconsistent"});
}

TEST_CASE("another form of a short verb is not missing", "[check][term]") {
  const Termbase urging = one_concept(
      {a_term(languages::zh, "敦促", "verb"), a_term(languages::en, "urge", "verb")});
  CHECK(rules_for(languages::zh, "敦促所有国家", languages::en, "urged all States",
                  urging) == Rules{});
  CHECK(rules_for(languages::zh, "敦促所有国家", languages::en,
                  "urgent matters of all States", urging) == Rules{"term_missing"});
}

}  // namespace hexapla::term_rules_test
