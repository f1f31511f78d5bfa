#include "align/borders/crossing_evidence.hpp"

#include "align/borders/known_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla::crossing_evidence_test {

TEST_CASE("a border is objected to where an answer went to the other side of it",
          "[align]") {
  const KnownTexts texts(
      {"Has your country adopted guidance documents? Risk assessment", "Risk management"},
      {"Votre pays a-t-il adopté des documents d'orientation ?",
       "Évaluation des risques Gestion des risques"});
  const std::vector<Bead> likely{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}};
  const CrossingEvidence evidence(texts.sides(), likely);
  REQUIRE(evidence.before(1).size() == 1);
  CHECK(evidence.before(1).front().target == 1);
  CHECK(evidence.before(1).front().against > 0);
}

TEST_CASE("nothing is said against a border between segments that render each other",
          "[align]") {
  const KnownTexts texts(
      {"Has your country adopted guidance documents?", "Risk assessment Risk management"},
      {"Votre pays a-t-il adopté des documents d'orientation ?",
       "Évaluation des risques Gestion des risques"});
  const std::vector<Bead> likely{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}};
  const CrossingEvidence evidence(texts.sides(), likely);
  CHECK(evidence.before(1).empty());
}

TEST_CASE("texts that are cut at different places are explained piece by piece",
          "[align]") {
  const KnownTexts texts(
      {"Has your country adopted guidance documents? One or more national laws",
       "Risk assessment Risk management regulations"},
      {"Votre pays a-t-il adopté des documents d'orientation ?",
       "Une ou plusieurs lois nationales Évaluation des risques Gestion des risques "
       "réglementations"});
  const std::vector<Bead> likely{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}};
  const CrossingEvidence evidence(texts.sides(), likely);
  REQUIRE(evidence.before(1).size() == 1);
  CHECK(evidence.before(1).front().against > 0);
  CHECK(evidence.before(1).front().overlap > 0);
}

TEST_CASE("before anything is known, nothing is said against any border", "[align]") {
  CHECK(CrossingEvidence().before(1).empty());
}

}  // namespace hexapla::crossing_evidence_test
