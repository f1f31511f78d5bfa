#include "exchange/dataset/split_guard.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

TranslationUnit unit(const std::string& english, const std::string& french) {
  TranslationUnit unit;
  unit.variants = {{languages::en, {}, english, {}, {}, {}, {}},
                   {languages::fr, {}, french, {}, {}, {}, {}}};
  return unit;
}

}  // namespace

TEST_CASE("what is in test is neither in dev nor in train, whatever its digits and marks",
          "[exchange]") {
  SplitGuard guard;
  guard.note(unit("The meeting rose at 5 p.m.", "La séance est levée à 17 heures."),
             Split::test);
  guard.note(unit("Adopted.", "Adopté."), Split::dev);
  const TranslationUnit near = unit("The meeting rose at 6 p.m", "Fin de la séance.");
  CHECK(guard.leaks(near, Split::train));
  CHECK(guard.leaks(near, Split::dev));
  CHECK_FALSE(guard.leaks(near, Split::test));
  CHECK(guard.leaks(unit("ADOPTED", "Il en est ainsi décidé."), Split::train));
  CHECK_FALSE(guard.leaks(unit("ADOPTED", "Adopté"), Split::dev));
  CHECK_FALSE(
      guard.leaks(unit("The meeting was called to order.", "Ouverture."), Split::train));
}

TEST_CASE("a text of somebody's test set is in no part", "[exchange]") {
  SplitGuard guard;
  guard.forbid("Le Conseil de sécurité se réunit.");
  CHECK(guard.is_forbidden(unit("The Council met.", "Le Conseil de sécurité se réunit")));
  CHECK_FALSE(guard.is_forbidden(unit("The Council met.", "Le Conseil se réunit")));
}

}  // namespace hexapla
