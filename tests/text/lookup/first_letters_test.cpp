#include "text/lookup/first_letters.hpp"

#include "text/fold.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("no way of writing a listed word is turned away by its first letter", "[text]") {
  const auto [listed, written] =
      GENERATE(table<std::string, std::string>({{"March", "march"},
                                                {"march", "March"},
                                                {"mars", "MARS"},
                                                {"échec", "e\u0301chec"},
                                                {"échec", "ÉCHEC"},
                                                {"état", "E\u0301TAT"},
                                                {"марта", "Марта"},
                                                {"йод", "И\u0306од"},
                                                {"أبريل", "ا\u0654بريل"},
                                                {"إلى", "الى"},
                                                {"سبتمبر", "\u064Bسبتمبر"},
                                                {"سبتمبر", "\u0640سبتمبر"},
                                                {"fifth", "\uFB01fth"},
                                                {"five", "\uFF46ive"},
                                                {"三月", "三月"},
                                                {"\u2F00月", "一月"},
                                                {"'t", "’t"}}));
  CAPTURE(listed, written);
  REQUIRE(folded(listed) == folded(written));
  FirstLetters letters;
  letters.add(folded(listed));
  CHECK(letters.may_begin(written));
}

TEST_CASE("words with another first letter are turned away in all six languages",
          "[text]") {
  FirstLetters letters;
  for (const std::string_view month : {"march", "mars", "marzo", "марта", "آذار", "三月"})
    letters.add(folded(month));
  for (const std::string_view word : {"Council", "de", "Consejo", "Совет", "مجلس",
                                      "安全理事会", "l’année", "e\u0301tat"}) {
    CAPTURE(word);
    CHECK(letters.may_begin(word) == (word == "e\u0301tat"));  // its two characters are one
  }
}

}  // namespace hexapla
