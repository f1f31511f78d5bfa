#include "check/language_evidence.hpp"

#include <string_view>
#include <tuple>
#include <utility>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a text in another language is told by script or common words",
          "[check][untranslated]") {
  using Case = std::tuple<Language, std::string_view, std::string_view>;
  const auto [expected, text, found] = GENERATE(
      Case{languages::en, "仍有两名儿童下落不明。", "zh"},
      Case{languages::ru, "Two of the children are still missing in the city.", "en"},
      Case{languages::fr, "Two of the children are still missing in the city.", "en"},
      Case{languages::en, "Deux des enfants sont toujours portés disparus dans la ville.",
           "fr"},
      Case{languages::fr,
           "Los ataques contra los civiles y las ciudades del país continúan.", "es"},
      Case{languages::es, "الأعمال العدائية في الأراضي المحتلة", "ar"},
      Case{languages::zh, "Положение на оккупированных территориях", "ru"});
  CAPTURE(text);
  const auto foreign = foreign_language(text, expected);
  REQUIRE(foreign);
  CHECK(foreign->language == found);
  CHECK(foreign->certainty >= 0.9);
}

TEST_CASE("a sentence in Latin letters shows by its script, whatever its words are",
          "[check][untranslated]") {
  const auto expected = GENERATE(languages::ar, languages::ru, languages::zh);
  const auto foreign =
      foreign_language("Livingston striker scores late winner against Rangers", expected);
  REQUIRE(foreign);
  CHECK(foreign->certainty < 0.9);
}

TEST_CASE("no single word decides between languages of one script",
          "[check][untranslated]") {
  using Case = std::pair<Language, std::string_view>;
  const auto [expected, text] =
      GENERATE(Case{languages::es, "Invita a la Secretaría a que responda a la pregunta."},
               Case{languages::es, "La delegación dice que va a votar a favor."},
               Case{languages::en, "UN police, UN volunteers and UN staff"},
               Case{languages::en, "UN UN UN"}, Case{languages::fr, "La Paz, le 3 mai"},
               Case{languages::fr, "Le Conseil prie la Commission d’en rendre compte."},
               Case{languages::en, "the case of Le Monde v. La Nación"},
               Case{languages::es, "Se aplaza el examen del tema a una fecha posterior."});
  CAPTURE(text);
  CHECK(foreign_language(text, expected) == std::nullopt);
}

TEST_CASE("names, quotations and short texts are no other language",
          "[check][untranslated]") {
  const auto [expected, text] = GENERATE(
      std::pair(languages::ru, "Яшар Алиев (Yashar Aliyev)"),
      std::pair(languages::ru, "Yashar Aliyev"), std::pair(languages::fr, "Yashar Aliyev"),
      std::pair(languages::fr, "la politique dite « the rule of law » dans le pays"),
      std::pair(languages::zh, "Vagharshak Harutyunyan 说"), std::pair(languages::en, ""),
      std::pair(Language("de"), "Die Lage in den besetzten Gebieten der Republik"),
      std::pair(languages::en, "SCUD/Elbrus"));
  CAPTURE(text);
  CHECK(foreign_language(text, expected) == std::nullopt);
}

}  // namespace hexapla
