#include "align/lexicon/wiktionary_entry.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

using Words = std::vector<TranslatedWord>;

constexpr std::string_view peace =
    R"({"word":"peace","lang":"English","lang_code":"en","pos":"noun","translations":[)"
    R"({"lang":"Arabic","code":"ar","sense":"tranquility","word":"سَلَام"},)"
    R"({"lang":"Chinese Mandarin","code":"cmn","sense":"tranquility","word":"和平 /安寧"},)"
    R"({"lang":"French","lang_code":"fr","sense":"absence of war","word":"paix"},)"
    R"({"lang":"Russian","code":"ru","sense":"absence of war","word":"мир"},)"
    R"({"lang":"Spanish","code":"es","sense":"absence of war","note":"no word"}]})";

TEST_CASE("a word's translations are read in either direction", "[align]") {
  CHECK(wiktionary_entry(peace, languages::en, languages::fr) == Words{{"peace", "paix"}});
  CHECK(wiktionary_entry(peace, languages::fr, languages::en) == Words{{"paix", "peace"}});
  CHECK(wiktionary_entry(peace, languages::en, languages::zh) ==
        Words{{"peace", "和平"}, {"peace", "安寧"}});
  CHECK(wiktionary_entry(peace, languages::en, languages::es) == Words{});
}

TEST_CASE("translations of one sense of a third language's word are translations",
          "[align]") {
  CHECK(wiktionary_entry(peace, languages::fr, languages::ru) == Words{{"paix", "мир"}});
  CHECK(wiktionary_entry(peace, languages::ar, languages::fr) == Words{});
}

TEST_CASE("translations may stand with the sense", "[align]") {
  CHECK(wiktionary_entry(R"({"word":"мир","lang":"Русский","lang_code":"ru","senses":[)"
                         R"({"glosses":["согласие"],"translations":)"
                         R"([{"lang_code":"fr","word":"paix"}]}]})",
                         languages::ru, languages::fr) == Words{{"мир", "paix"}});
}

TEST_CASE("short definitions of the English edition are translations", "[align]") {
  constexpr std::string_view decidir =
      R"({"word":"decidir","lang":"Spanish","lang_code":"es","senses":[)"
      R"({"glosses":["to decide (something), to resolve"]},)"
      R"({"glosses":["to put an end to a long discussion"]},)"
      R"({"form_of":[{"word":"decido"}],"glosses":["decides"]}]})";
  CHECK(wiktionary_entry(decidir, languages::en, languages::es) ==
        Words{{"decide", "decidir"}, {"resolve", "decidir"}});
  CHECK(wiktionary_entry(decidir, languages::fr, languages::es) == Words{});
}

TEST_CASE("what is no entry is none", "[align][error]") {
  for (const std::string_view line : {"{", "[]", "{\"word\":\"paix\"}", "{\"word\":3}"})
    CHECK_FALSE(wiktionary_entry(line, languages::en, languages::fr));
}

}  // namespace hexapla
