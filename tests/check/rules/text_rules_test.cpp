#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// A document of pairs in usual proportion, and one more at its end.
std::vector<AlignedUnit> document_with(const std::string& source,
                                       const std::string& target) {
  std::vector<AlignedUnit> units;
  for (int pair = 0; pair < 30; ++pair)
    units.push_back(make_unit(languages::ru, "Генеральная Ассамблея принимает решение.",
                              languages::en,
                              "The General Assembly takes a decision today."));
  units.push_back(make_unit(languages::ru, source, languages::en, target));
  return units;
}

}  // namespace

TEST_CASE("a word that stands twice is found", "[check][repeated_word]") {
  const auto findings = findings_for(languages::zh, "大会通过决议。", languages::en,
                                     "The Assembly adopted the the resolution.");
  REQUIRE(rules_in(findings) == Rules{"repeated_word"});
  CHECK(findings[0].target == std::vector<Spot>{{languages::en, 0, {21, 28}}});
  CHECK(rules_for(languages::en, "the report", languages::ar, "التقرير التقرير") ==
        Rules{"repeated_word"});
  // Over two blanks, and two words together.
  CHECK(findings_for(languages::zh, "秘书长的报告", languages::fr,
                     "Rapport du  du Secrétaire général")[0]
            .message == "“du” is doubled");
  CHECK(findings_for(languages::zh, "秘书长的报告", languages::en,
                     "Report of the of the Secretary-General")[0]
            .message == "“of the” is doubled");
}

TEST_CASE("what may stand twice is a note", "[check][repeated_word]") {
  const auto findings = findings_for(languages::es, "Nos reunimos en Ginebra.",
                                     languages::fr, "Nous nous réunissons à Genève.");
  REQUIRE(rules_in(findings) == Rules{"repeated_word"});
  CHECK(findings[0].severity == Severity::note);
}

TEST_CASE("a repetition of the source's is none of the translator's",
          "[check][repeated_word]") {
  CHECK(rules_for(languages::es, "Baden Baden", languages::fr, "Baden Baden") == Rules{});
}

TEST_CASE("a pair far from the document's proportion is found", "[check][length]") {
  const std::string source =
      "Генеральная Ассамблея принимает решение и просит Генерального секретаря доложить.";
  const auto short_one = check(document_with(source, "The Assembly."), {});
  REQUIRE(rules_in(short_one) == Rules{"length"});
  CHECK(short_one[0].target.size() == 1);
  CHECK(check(document_with(source,
                            "The General Assembly takes a decision and requests "
                            "the Secretary-General to report to it."),
              {})
            .empty());
}

TEST_CASE("without a document nothing is out of proportion", "[check][length][edge]") {
  CHECK(rules_for(languages::ru, "Генеральная Ассамблея принимает решение сегодня.",
                  languages::en, "Yes.") == Rules{});
}

TEST_CASE("a signature is as long as its names are", "[check][length]") {
  std::vector<AlignedUnit> units = document_with(
      "Чрезвычайный и Полномочный Посол, Постоянный представитель Азербайджана", "Envoy.");
  REQUIRE(rules_in(check(units, {})) == Rules{"length"});
  units.back().cells[0].pieces[0].kind = BlockKind::signature;
  CHECK(check(units, {}).empty());
}

TEST_CASE("web addresses are as long in every language", "[check][length]") {
  const std::string url = "https://www.un.org/en/ga/75/resolutions/and/much/more/of/it";
  CHECK(check(document_with("См. " + url, "See " + url), {}).empty());
}

TEST_CASE("a line without its counterpart is found where people aligned",
          "[check][empty_side]") {
  AlignedUnit alone;
  alone.cells = {make_cell(languages::ru, {"Заседание закрывается."}, 1)};
  std::vector<AlignedUnit> units{
      make_unit(languages::ru, "Заседание открывается.", languages::en, "It is open."),
      alone};
  const Termbase none;
  const Checker checker(none, languages::ru, languages::en);
  const auto findings = checker.check(units);
  REQUIRE(rules_in(findings) == Rules{"empty_side"});
  CHECK(findings[0].target == std::vector<Spot>{{languages::en, 0, {11, 11}}});
  units.back().confidence = 0.9;  // a machine's bead: the alignment reports it
  CHECK(checker.check(units).empty());
}

}  // namespace hexapla
