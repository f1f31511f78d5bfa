#include "document/structure/footnote_marks.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::footnote_marks_test {
namespace {

/// A document of one paragraph and footnotes with these labels.
Document document_of(const std::string& paragraph, const std::vector<std::string>& labels) {
  Document document;
  document.text = paragraph;
  document.blocks.push_back({BlockKind::paragraph, {0, paragraph.size()}, ""});
  for (const std::string& label : labels) {
    const std::size_t begin = document.text.size() + 1;
    document.text += "\n" + label + " See A/75/1.";
    document.blocks.push_back({BlockKind::footnote, {begin, document.text.size()}, label});
  }
  return document;
}

/// The marks with what is before each of them.
std::string marks(const std::string& paragraph,
                  const std::vector<std::string>& labels = {"1", "2"}) {
  std::string found;
  for (const FootnoteMark& mark : footnote_marks(document_of(paragraph, labels)))
    found += mark.label + "@" + std::to_string(mark.range.begin) + " ";
  return found;
}

std::string at(const std::string& paragraph, std::string_view label, std::size_t begin) {
  return std::string(label) + "@" + std::to_string(paragraph.find(label, begin)) + " ";
}

}  // namespace

TEST_CASE("footnote_marks finds the marks where each language sets them", "[document]") {
  const auto* const text = GENERATE(
      "The Council was informed of the attack.1 It met in Ganja on the following day.2",
      "Le Conseil a été informé de l’attaque1. Il s’est réuni à Gandja le lendemain2.",
      "El Consejo fue informado del ataque1. Se reunió en Ganyá al día siguiente2.",
      "Совет был поставлен в известность о нападении1. Заседание прошло на следующий "
      "день2.",
      "أُبلغ المجلس بالهجوم(1). واجتمع في اليوم التالي(2).",
      "安理会获悉袭击事件。1 次日安理会开会。2");
  CAPTURE(text);
  const auto found = footnote_marks(document_of(text, {"1", "2"}));
  REQUIRE(found.size() == 2);
  CHECK(found[0].label == "1");
  CHECK(found[1].label == "2");
}

TEST_CASE("footnote_marks knows raised, bracketed and starred marks", "[document]") {
  CHECK(marks("the attack¹ and the answer.²") == "1@10 2@28 ");
  CHECK(marks("the attack[1] and the answer. [2]") == "1@10 2@30 ");
  CHECK(marks("the attack (1), and the answer (2).") == "1@11 2@31 ");
  CHECK(marks("袭击（1）。") == "1@6 ");
  CHECK(marks("Agenda item 5* and others.**", {"*", "**"}) == "*@13 **@26 ");
  CHECK(marks("the hundredth claim.100", {"100"}) == "100@20 ");
}

TEST_CASE("footnote_marks takes formulas, units, symbols and numbers for no marks",
          "[document]") {
  const auto* const text = GENERATE(
      "an area of 40 km2 and CO2 and PM10", "an area of 40 km² or 3 m²", "G20, H1N1",
      "documents S/RES/1 and A/75/L.1 and A/C.3/75/L.2/Rev.1", "in art.1 of the Treaty",
      "rose by 1.1 and 2,1 per cent", "in 2020, 1 and 2", "para. 1 and vol. 2",
      "第1段和第2段", "1 000 persons", "(1990) and (12)", "5 * 6", "Art. 1, lett. b");
  CAPTURE(text);
  CHECK(marks(text).empty());
}

TEST_CASE("footnote_marks finds a mark again that stands twice", "[document]") {
  const std::string text = "He said “no”.1 She said “yes”,2 and again “yes”.2 Both left.3";
  CHECK(marks(text, {"1", "2", "3"}) == at(text, "1", 0) + at(text, "2", 0) +
                                            at(text, "2", text.find("again")) +
                                            at(text, "3", 0));
}

}  // namespace hexapla::footnote_marks_test
