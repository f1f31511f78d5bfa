#include "document/structure/patterns.hpp"

#include "text/error.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla::patterns_test {
namespace {

std::string refusal(std::string_view tsv) {
  try {
    const Patterns patterns(tsv, "mine.tsv");
    return "accepted";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a broken row of patterns is refused by its line", "[document][error]") {
  CHECK(refusal("# comment\n\nrule\tany\t_+\n") == "accepted");
  CHECK_THAT(
      refusal("rule\tany\t_+\nrule\tany\t(_+\n"),
      Catch::StartsWith("mine.tsv:2: the expression can't be read at its character"));
  CHECK_THAT(refusal("# a\n\nrule any _+\n"),
             Catch::StartsWith("mine.tsv:3: a row has three"));
  CHECK_THAT(refusal("ruler\tany\t_+\n"),
             Catch::Contains("no kind of line named \"ruler\""));
}

TEST_CASE("lines that start an annex are known in the six languages", "[document]") {
  const Patterns patterns;
  for (const auto* const line : {"Annex", "Annex I", "Appendix II", "Annexe III",
                                 "Pièce jointe", "Anexo I", "Apéndice", "Приложение II",
                                 "Добавление", "المرفق الأول", "附件一", "附件", "附录二"})
    CHECK(patterns.looks_like(LineLook::annex, line));
  for (const auto* const line :
       {"Annexes to the report were tabled.", "Anexo al informe del Secretario General",
        "附件一所载案文如下"})
    CHECK(!patterns.looks_like(LineLook::annex, line));
}

TEST_CASE("headings are known by their numbers", "[document]") {
  const Patterns patterns;
  const auto [line, label] = GENERATE(table<std::string, std::string>({
      {"I. Introduction", "I."},
      {"B. Conclusions and recommendations", "B."},
      {"II. Mise en œuvre de la résolution", "II."},
      {"III. Cuestiones de organización", "III."},
      {"IV. Выводы и рекомендации", "IV."},
      {"أولا - مقدمة", "أولا"},
      {"ثانيا - الاستنتاجات والتوصيات", "ثانيا"},
      {"一、导言", "一、"},
      {"第二章 组织事项", "第二章"},
      {"Part two Organizational matters", "Part two"},
  }));
  CAPTURE(line);
  CHECK(patterns.label(LineLook::heading, line) == label);
  CHECK(patterns.label(LineLook::heading, "We met, and agreed.").empty());
  CHECK(patterns.label(LineLook::heading, "一、委员会通过了议程。").empty());
}

TEST_CASE("numbers, letters and bullets before paragraphs are labels", "[document]") {
  const Patterns patterns;
  CHECK(patterns.label(LineLook::numbered, "12. The Committee notes") == "12.");
  CHECK(patterns.label(LineLook::numbered, "12．委员会注意到") == "12．");
  CHECK(patterns.label(LineLook::numbered, "12 - تلاحظ اللجنة") == "12 -");
  CHECK(patterns.label(LineLook::numbered, "2020 was a year").empty());
  CHECK(patterns.label(LineLook::item, "(a) To report") == "(a)");
  CHECK(patterns.label(LineLook::item, "(iv) To report") == "(iv)");
  CHECK(patterns.label(LineLook::item, "a) De presentar") == "a)");
  CHECK(patterns.label(LineLook::item, "б) представить") == "б)");
  CHECK(patterns.label(LineLook::item, "(أ) تقديم تقرير") == "(أ)");
  CHECK(patterns.label(LineLook::item, "(一) 提交报告") == "(一)");
  CHECK(patterns.label(LineLook::item, "• Women and children") == "•");
  CHECK(patterns.label(LineLook::item, "(see below) and so on").empty());
}

}  // namespace hexapla::patterns_test
