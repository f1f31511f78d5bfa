#include "align/borders/crossing_evidence.hpp"

#include "align/borders/known_texts.hpp"

#include <utility>

#include <catch2/catch.hpp>

namespace hexapla::crossing_evidence_test {
namespace {

/// Of the first two segments of either side, each of which is paired with its like.
std::vector<CrossingEvidence::Doubt> doubts_about(std::vector<std::string_view> english,
                                                  std::vector<std::string_view> french) {
  const KnownTexts texts(std::move(english), std::move(french));
  const std::vector<Bead> likely{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}};
  const CrossingEvidence evidence(texts.sides(), likely);
  const auto doubts = evidence.before(1);
  return {doubts.begin(), doubts.end()};
}

}  // namespace

TEST_CASE("a border is objected to where an answer went to the other side of it",
          "[align]") {
  const auto doubts = doubts_about(
      {"Has your country adopted guidance documents? Risk assessment", "Risk management"},
      {"Votre pays a-t-il adopté des documents d'orientation ?",
       "Évaluation des risques Gestion des risques"});
  REQUIRE(doubts.size() == 1);
  CHECK(doubts.front().target == 1);
  CHECK(doubts.front().against > 0);
}

TEST_CASE("nothing is said against a border between segments that render each other",
          "[align]") {
  const auto doubts = doubts_about(
      {"Has your country adopted guidance documents?", "Risk assessment Risk management"},
      {"Votre pays a-t-il adopté des documents d'orientation ?",
       "Évaluation des risques Gestion des risques"});
  CHECK(doubts.empty());
}

TEST_CASE("texts that are cut at different places are explained piece by piece",
          "[align]") {
  const auto doubts = doubts_about(
      {"Has your country adopted guidance documents? One or more national laws",
       "Risk assessment Risk management regulations"},
      {"Votre pays a-t-il adopté des documents d'orientation ?",
       "Une ou plusieurs lois nationales Évaluation des risques Gestion des risques "
       "réglementations"});
  REQUIRE(doubts.size() == 1);
  CHECK(doubts.front().against > 0);
  CHECK(doubts.front().overlap > 0);
}

TEST_CASE("before anything is known, nothing is said against any border", "[align]") {
  CHECK(CrossingEvidence().before(1).empty());
}

}  // namespace hexapla::crossing_evidence_test
