#include "check/check.hpp"

#include "check/examples.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a sound translation has no findings", "[check]") {
  CHECK(rules_for(languages::zh,
                  "2020 年 10 月 17 日深夜 1 时许，338 名平民(Vagram Pogosian)受伤。",
                  languages::en,
                  "On 17 October 2020, at around 1 a.m., 338 civilians (Vagram Pogosian) "
                  "were injured.") == Rules{});
}

TEST_CASE("a unit with one language is passed over", "[check][edge]") {
  AlignedUnit alone;
  alone.cells = {make_cell(languages::en, {"A total of 338 civilians"})};
  CHECK(check(std::vector<AlignedUnit>{alone}, {}).empty());
  CHECK(check(std::vector<AlignedUnit>{}, {}).empty());
}

TEST_CASE("a wrong date is one finding and no number", "[check][date]") {
  const auto [target, suggestion] = GENERATE(
      std::pair(std::string("Lettre datée du 27 octobre 2020"), "17 octobre 2020"),
      std::pair(std::string("Lettre datée du 17 novembre 2020"), "17 octobre 2020"),
      std::pair(std::string("Lettre datée du 17 octobre 2002"), "17 octobre 2020"));
  CAPTURE(target);
  const auto findings =
      findings_for(languages::zh, "2020 年 10 月 17 日的信", languages::fr, target);
  REQUIRE(rules_in(findings) == Rules{"date"});
  CHECK(findings[0].suggestion == suggestion);
  CHECK(findings[0].severity == Severity::error);
  const Spot& spot = findings[0].target.at(0);
  CHECK(spot.range.begin == std::string("Lettre datée du ").size());
}

TEST_CASE("a date may leave out its year where the other has it", "[check][date]") {
  check_rules("check/check_test.tsv");
}

TEST_CASE("a web address has to be the same to the letter", "[check][url]") {
  check_wrong("check/check_test.tsv", languages::zh, "见 https://un.org/en/2020-10-9。",
              "url", [](const Finding& finding, const std::string&) {
                CHECK(finding.suggestion == "https://un.org/en/2020-10-9");
                CHECK(finding.target == std::vector<Spot>{{languages::en, 0, {4, 31}}});
              });
}

TEST_CASE("footnote marks are compared by their labels", "[check][footnote]") {
  AlignedUnit unit =
      make_unit(languages::zh, "引起恐慌。”1", languages::en, "sow panic.”2");
  const std::size_t in_source = unit.cells[0].text.size() - 1;
  const std::size_t in_target = unit.cells[1].text.size() - 1;
  unit.cells[0].footnote_marks = {{in_source, in_source + 1}};
  unit.cells[1].footnote_marks = {{in_target, in_target + 1}};
  const auto findings = check(std::vector<AlignedUnit>{unit}, {});
  REQUIRE(rules_in(findings) == Rules{"footnote_mark"});
  CHECK(findings[0].suggestion == "1");
  CHECK(findings[0].target.at(0).range == unit.cells[1].footnote_marks[0]);
  unit.cells[1] = make_cell(languages::en, {"sow panic.”"});
  CHECK(rules_in(check(std::vector<AlignedUnit>{unit}, {})) == Rules{"footnote_mark"});
}

TEST_CASE("a Latin name of a text in another script has to stand in the other text",
          "[check][name]") {
  const std::string source = "发言人瓦格拉姆·波戈西安(Vagram Pogosian)表示";
  check_wrong("check/check_test.tsv", languages::zh, source, "name",
              [](const Finding& finding, const std::string&) {
                CHECK(finding.suggestion == "Pogosian");
              });
  CHECK(rules_for(languages::zh, source, languages::en, "the spokesperson said") ==
        Rules{"name"});
}

TEST_CASE("a name may be written in the letters of the other language", "[check][name]") {
  check_rules("check/check_test.tsv");
}

TEST_CASE("a second name that was changed is found between Latin texts", "[check][name]") {
  check_rules("check/check_test.tsv");
}

TEST_CASE("an untranslated segment is one finding, whatever else it lacks",
          "[check][untranslated]") {
  const auto [target_language, target] = GENERATE(
      std::pair(languages::en, std::string("再次重申，我们不是在开玩笑。")),
      std::pair(languages::ru, std::string("I repeat once again that we are not joking.")),
      std::pair(languages::fr, std::string("I repeat once again that we are not joking.")),
      std::pair(languages::ar, std::string("Еще раз повторяю, что мы не шутим.")));
  CAPTURE(target);
  const auto findings =
      findings_for(languages::zh, "第三次，338 名，再次重申，我们不是在开玩笑。",
                   target_language, target);
  REQUIRE(rules_in(findings) == Rules{"untranslated"});
  CHECK(findings[0].target == std::vector<Spot>{{target_language, 0, {0, target.size()}}});
}

TEST_CASE("findings name segments by their number in the document", "[check]") {
  AlignedUnit unit;
  unit.cells = {
      make_cell(languages::zh, {"共有 90 座公寓楼。", "有 327 座私人房屋。"}, 7),
      make_cell(languages::en, {"There were 90 buildings.", "There were 372 houses."}, 9)};
  unit.confidence = 0.5;
  const auto findings = check(std::vector<AlignedUnit>{unit}, {});
  REQUIRE(rules_in(findings) == Rules{"number"});
  CHECK(findings[0].source == std::vector<Spot>{{languages::zh, 8, {4, 7}}});
  CHECK(findings[0].target == std::vector<Spot>{{languages::en, 10, {11, 14}}});
  // Half of what the same finding is worth where the link is sure.
  unit.confidence = 1;
  CHECK(findings[0].confidence ==
        Approx(check(std::vector<AlignedUnit>{unit}, {})[0].confidence / 2));
}

TEST_CASE("what is missing is looked for between what is there", "[check]") {
  AlignedUnit unit;
  unit.cells = {
      make_cell(languages::zh, {"60 名平民死亡，90 座公寓楼和 327 个物体被毁。"}),
      make_cell(languages::en, {"Sixty civilians died.", "90 buildings fell."}, 4)};
  const auto findings = check(std::vector<AlignedUnit>{unit}, {});
  REQUIRE(rules_in(findings) == Rules{"number"});
  CHECK(findings[0].target == std::vector<Spot>{{languages::en, 5, {0, 18}}});
}

TEST_CASE("the most severe finding of a unit comes first", "[check]") {
  const auto findings =
      findings_for(languages::zh, "发言人(Vagram Pogosian)于 10 月 5 日说有 338 人",
                   languages::en, "Vagram Petrosian said on 6 October that there were 383");
  CHECK(rules_in(findings) == Rules{"date", "number", "name"});
}

TEST_CASE("negations lost all the time are a translator's way, and notes", "[check]") {
  const auto [lost, most] =
      GENERATE(std::pair(3U, Severity::error), std::pair(8U, Severity::note));
  std::vector<AlignedUnit> units;
  for (unsigned unit = 0; unit < 120; ++unit) {
    // Unlike each other, so that nothing is said of repeated sentences.
    const std::string number = std::to_string(unit + 100);
    units.push_back(make_unit(
        languages::en, "Party " + number + " shall not transfer such weapons.",
        languages::fr,
        "La Partie " + number + (unit < lost ? " transfère" : " ne transfère pas") +
            " de telles armes."));
  }
  std::vector<Severity> severities;
  for (const Finding& finding : check(units, {}, Profile::everything()))
    if (finding.rule == Rule::negation) severities.push_back(finding.severity);
  CAPTURE(lost);
  REQUIRE(severities.size() == lost);
  if (most == Severity::note)
    CHECK(std::ranges::count(severities, Severity::note) == lost);
  else
    CHECK(std::ranges::count(severities, Severity::note) == 0);
}

}  // namespace hexapla
