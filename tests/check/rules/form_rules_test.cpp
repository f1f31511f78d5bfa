#include "check/examples.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<AlignedUnit> thirty_of(Language source, const std::string& source_text,
                                   Language target, const std::string& target_text) {
  return std::vector<AlignedUnit>(30, make_unit(source, source_text, target, target_text));
}

}  // namespace

TEST_CASE("blanks too many are found where the source has none", "[check][blank]") {
  const auto target = GENERATE(as<std::string>(), "The  Council met.", " The Council met.",
                               "The Council met. ");
  CAPTURE(target);
  CHECK(rules_for(languages::zh, "安理会开会。", languages::en, target) == Rules{"blank"});
}

TEST_CASE("a source laid out with blanks excuses them", "[check][blank]") {
  CHECK(rules_for(languages::fr, "Point  3", languages::en, "Item  3") == Rules{});
}

TEST_CASE("French no-break spaces are asked for where the text has them",
          "[check][blank]") {
  auto units = thirty_of(languages::zh, "他说什么？", languages::fr, "Que dit-il\u00A0?");
  units.push_back(make_unit(languages::zh, "谁说的？", languages::fr, "Qui l’a dit ?"));
  const auto findings = check(units, {});
  REQUIRE(rules_in(findings) == Rules{"blank"});
  CHECK(findings[0].target == std::vector<Spot>{{languages::fr, 0, {13, 15}}});
  CHECK(rules_for(languages::zh, "谁说的？", languages::fr, "Qui l’a dit ?") == Rules{});
}

TEST_CASE("a question that is none in the target is found", "[check][end_mark]") {
  const auto findings = findings_for(languages::ru, "Кто голосовал против?", languages::ar,
                                     "من صوت ضد القرار.");
  REQUIRE(rules_in(findings) == Rules{"end_mark"});
  CHECK(findings[0].severity == Severity::warning);
  CHECK(rules_for(languages::ru, "Кто голосовал?", languages::ar, "من صوت؟") == Rules{});
  CHECK(rules_for(languages::zh, "“谁投票？”", languages::fr, "« Qui a voté ? »") ==
        Rules{});
}

TEST_CASE("a full stop is missed where the document always has one", "[check][end_mark]") {
  auto units = thirty_of(languages::zh, "会议结束。", languages::en, "The meeting rose.");
  units.push_back(make_unit(languages::zh, "会议开始。", languages::en, "It was opened"));
  CHECK(rules_in(check(units, {})) == Rules{"end_mark"});
  // In a text of headings it says nothing.
  auto headings =
      thirty_of(languages::zh, "会议结束。", languages::en, "End of the meeting");
  CHECK(check(headings, {}).empty());
}

TEST_CASE("a letter of another script in a word is an error", "[check][mixed_script]") {
  const auto findings = findings_for(languages::zh, "世卫组织", languages::ru,
                                     "BО3 и OОН");  // Latin B and O
  REQUIRE(!findings.empty());
  CHECK(std::ranges::all_of(findings, [](const Finding& finding) {
    return finding.rule == Rule::mixed_script && finding.severity == Severity::error;
  }));
  // мРНК has a letter of its own, SARS-подобный is two words.
  CHECK(rules_for(languages::zh, "疫苗", languages::ru, "mРНК-вакцина, SARS-подобный") ==
        Rules{});
}

TEST_CASE("a tatweel inside a word is a note, beside a figure it is right",
          "[check][mixed_script]") {
  const auto findings = findings_for(languages::zh, "委员会", languages::ar, "اللجـــنة");
  REQUIRE(rules_in(findings) == Rules{"mixed_script"});
  CHECK(findings[0].severity == Severity::note);
  CHECK(rules_for(languages::zh, "5", languages::ar, "لـ 5") == Rules{});
}

TEST_CASE("Arabic quotation marks may stand either way round", "[check][quotation]") {
  check_rules("check/rules/form_rules_test.tsv");
}

TEST_CASE("Russian quotation marks close with the mark that opens elsewhere",
          "[check][quotation]") {
  check_rules("check/rules/form_rules_test.tsv");
}

TEST_CASE("e-mail and bare addresses are compared as web addresses are", "[check][url]") {
  const auto [source, target] = GENERATE(
      std::pair(std::string("请写信给info@un.org。"), std::string("Write to inof@un.org.")),
      std::pair(std::string("见undocs.org/A/75/1。"),
                std::string("See undocs.org/A/75/7.")));
  const auto findings = findings_for(languages::zh, source, languages::en, target);
  CHECK(rules_in(findings) == Rules{"url"});
  CHECK(findings.at(0).severity == Severity::error);
}

TEST_CASE("each reader may be sent to the page in their own language", "[check][url]") {
  check_rules("check/rules/form_rules_test.tsv");
}

TEST_CASE("a symbol may have another dash", "[check][symbol]") {
  check_rules("check/rules/form_rules_test.tsv");
}

TEST_CASE("a heading that stands there as in the source was not translated",
          "[check][untranslated]") {
  const auto findings = findings_for(languages::en, "Provisional agenda", languages::es,
                                     "Provisional agenda");
  REQUIRE(rules_in(findings) == Rules{"untranslated"});
  CHECK(findings[0].severity == Severity::warning);
  CHECK(rules_for(languages::en, "Addis Ababa", languages::es, "Addis Ababa") == Rules{});
}

TEST_CASE("a rule that is switched off silences no other", "[check][untranslated]") {
  Profile profile;
  profile.read("untranslated off", "p");
  const std::vector<AlignedUnit> units{
      make_unit(languages::zh, "共有338人", languages::fr,
                "There were 383 of them in the streets of the city")};
  CHECK(rules_in(check(units, {}, profile)) == Rules{"number"});
}

}  // namespace hexapla
