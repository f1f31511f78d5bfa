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
  CHECK(foreign_language(text, expected) == found);
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
