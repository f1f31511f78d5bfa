#include "check/make_unit.hpp"

#include <string_view>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a negation that is lost is found in all six languages", "[check][negation]") {
  const auto [source_language, source, target_language, kept, lost] =
      GENERATE(std::tuple(languages::zh, "我们不是在开玩笑。", languages::en,
                          "We are not joking.", "We are joking."),
               std::tuple(languages::en, "The draft was not adopted.", languages::fr,
                          "Le projet n’a pas été adopté.", "Le projet a été adopté."),
               std::tuple(languages::en, "The draft was not adopted.", languages::ru,
                          "Проект не был принят.", "Проект был принят."),
               std::tuple(languages::fr, "Le projet ne passe pas.", languages::es,
                          "El proyecto no pasa.", "El proyecto pasa."),
               std::tuple(languages::ru, "Проект не принят.", languages::ar,
                          "لم يعتمد المشروع.", "اعتمد المشروع."),
               std::tuple(languages::en, "It is not over.", languages::zh, "事情没有结束。",
                          "事情结束。"));
  CAPTURE(lost);
  CHECK(findings_for(source_language, source, target_language, kept).empty());
  const auto findings = findings_for(source_language, source, target_language, lost);
  REQUIRE(rules_in(findings) == Rules{"negation"});
  CHECK(findings[0].severity == severity_for(findings[0].confidence));
}

TEST_CASE("phrases that hold a negation and negate nothing are passed over",
          "[check][negation]") {
  CHECK(findings_for(languages::zh, "不同国家不断努力。", languages::en,
                     "Various countries make constant efforts.")
            .empty());
  CHECK(findings_for(languages::en, "not only States", languages::ru, "и государства")
            .empty());
}

TEST_CASE("half of a negation of two words does not negate", "[check][negation]") {
  const auto [language, kept, lost] = GENERATE(
      std::tuple(languages::fr, "Le projet n’a pas été adopté.",
                 "Le projet a pas été adopté."),
      std::tuple(languages::fr, "Ils ne voient aucun risque.", "Ils voient aucun risque."),
      std::tuple(languages::es, "El estudio no muestra ningún riesgo.",
                 "El estudio muestra ningún riesgo."),
      std::tuple(languages::ru, "Мы не видим никакого риска.", "Мы видим никакого риска."));
  CAPTURE(lost);
  CHECK(findings_for(languages::en, "There is no risk.", language, kept).empty());
  CHECK(rules_in(findings_for(languages::en, "There is no risk.", language, lost)) ==
        Rules{"negation"});
}

TEST_CASE("a phrase that negates nothing may start a sentence", "[check][negation]") {
  CHECK(rules_in(findings_for(languages::zh, "但事情没有结束。", languages::es,
                              "Sin embargo, la cuestión terminó.")) == Rules{"negation"});
}

TEST_CASE("a word that negates by its prefix makes up for a negation, another does not",
          "[check][negation]") {
  CHECK(findings_for(languages::zh, "不成比例的损坏", languages::en,
                     "disproportionate damage")
            .empty());
  CHECK(rules_in(findings_for(languages::zh, "联合国不接受这一结果。", languages::en,
                              "The United Nations accepts this result.")) ==
        Rules{"negation"});
  CHECK(rules_in(findings_for(languages::zh, "不扩散制度不应受到损害。", languages::fr,
                              "Le régime de non-prolifération devrait être compromis.")) ==
        Rules{"negation"});
}

TEST_CASE("a negation that the source does not have is found", "[check][negation]") {
  const auto [language, right, added] = GENERATE(
      std::tuple(languages::en, "Parties shall report the losses.",
                 "Parties shall not report the losses."),
      std::tuple(languages::fr, "Les Parties doivent signaler les pertes.",
                 "Les Parties ne doivent pas signaler les pertes."),
      std::tuple(languages::es, "Las Partes informarán de las pérdidas.",
                 "Las Partes no informarán de las pérdidas."),
      std::tuple(languages::ru, "Стороны сообщают об убытках.",
                 "Стороны не сообщают об убытках."),
      std::tuple(languages::ar, "تبلغ الأطراف عن الخسائر.", "لا تبلغ الأطراف عن الخسائر."));
  CAPTURE(added);
  CHECK(findings_for(languages::zh, "缔约方应报告损失。", language, right).empty());
  const auto findings = findings_for(languages::zh, "缔约方应报告损失。", language, added);
  REQUIRE(rules_in(findings) == Rules{"negation"});
  CHECK(findings[0].target.at(0).range.size() < std::string_view(added).size());
}

TEST_CASE("French ne negates together with its second word only", "[check][negation]") {
  CHECK(findings_for(languages::zh, "该规则仅适用于船舶。", languages::fr,
                     "La règle ne s’applique qu’aux navires.")
            .empty());
  CHECK(findings_for(languages::en, "The N protein and T cells are known.", languages::fr,
                     "La protéine N et les cellules T sont connues.")
            .empty());
}

}  // namespace hexapla
