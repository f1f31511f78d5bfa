#include "align/borders/sharing_evidence.hpp"

#include "align/borders/known_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla::sharing_evidence_test {

TEST_CASE("a segment whose words render what renders its neighbour has no share in it",
          "[align]") {
  const KnownTexts texts(
      {"50 or more", "100 or more", "Risk assessment", "Risk management"},
      {"100 ou plus", "Évaluation des risques", "Gestion des risques"});
  const std::vector<Bead> likely{{{0, 2}, {0, 1}}};
  const SharingEvidence evidence(texts.sides(), likely);
  REQUIRE(evidence.from(0).size() == 1);
  CHECK(evidence.from(0).front().source == SegmentRun{0, 2});
  CHECK(evidence.from(0).front().nats > 0);
}

TEST_CASE("two segments that are rendered one after the other share one rightly",
          "[align]") {
  const KnownTexts texts({"One or more national laws", "Risk assessment"},
                         {"Une ou plusieurs lois nationales Évaluation des risques"});
  const std::vector<Bead> likely{{{0, 2}, {0, 1}}};
  CHECK(SharingEvidence(texts.sides(), likely).from(0).empty());
}

TEST_CASE("words of which nothing is known may render what is left", "[align]") {
  const KnownTexts texts(
      {"50 or more", "100 or more", "Risk assessment", "Risk management"},
      {"100 ou plus dans chaque région concernée", "Évaluation des risques",
       "Gestion des risques"});
  const std::vector<Bead> likely{{{0, 2}, {0, 1}}};
  CHECK(SharingEvidence(texts.sides(), likely).from(0).empty());
}

}  // namespace hexapla::sharing_evidence_test
