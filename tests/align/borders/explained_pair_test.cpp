#include "align/borders/explained_pair.hpp"

#include "align/borders/known_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla::explained_pair_test {

TEST_CASE("pieces that render each other explain each other better than others",
          "[align]") {
  const KnownTexts texts({"Risk assessment", "One or more national laws"},
                         {"Évaluation des risques", "Une ou plusieurs lois nationales"});
  const SidesAndWords sides = texts.sides();
  ExplainedPair pieces(sides);
  const float right = pieces.nats(sides.source.of(0), sides.target.of(0));
  const float wrong = pieces.nats(sides.source.of(0), sides.target.of(1));
  CHECK(right > 0);
  CHECK(right > wrong);
  CHECK(pieces.nats(sides.source.of(0), sides.target.of(0)) == right);
}

TEST_CASE("of a piece without words nothing is said", "[align][edge]") {
  const KnownTexts texts({"Risk assessment"}, {"Évaluation des risques"});
  const SidesAndWords sides = texts.sides();
  ExplainedPair pieces(sides);
  CHECK(pieces.nats({}, sides.target.of(0)) == 0);
  CHECK(pieces.nats(sides.source.of(0), {}) == 0);
}

}  // namespace hexapla::explained_pair_test
