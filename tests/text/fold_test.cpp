#include "text/fold.hpp"

#include "cases.hpp"

#include <string>
#include <utility>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("folded makes one key of the ways to write a word", "[text]") {
  using Pair = std::pair<std::string, std::string>;
  const auto [word, key] =
      GENERATE(Pair{"ASSEMBLY", "assembly"}, Pair{"Établi", "établi"},
               Pair{"E\u0301tabli", "établi"}, Pair{"Совет", "совет"},
               Pair{"Straße", "strasse"}, Pair{"ＵＮ", "un"}, Pair{"安理会", "安理会"},
               Pair{"①", "1"}, Pair{"reso\u00ADlution", "resolution"},
               Pair{"\u200Fword\u202C", "word"}, Pair{"", ""});
  CAPTURE(word);
  CHECK(folded(word) == key);
}

TEST_CASE("folded reads Arabic without vowel signs, tatweel and forms of alef",
          "[text][ar]") {
  check_made<2>("text/fold_test.tsv", folded);
}

TEST_CASE("folded undoes what typesetting and extraction do to a word", "[text]") {
  using Pair = std::pair<std::string, std::string>;
  const auto [set, key] = GENERATE(
      // composed and decomposed letters
      Pair{"re\u0301solution", "résolution"}, Pair{"и\u0306", "й"}, Pair{"n\u0303", "ñ"},
      // width
      Pair{"Ａ／７５／１", "a/75/1"}, Pair{"（２０２０）", "(2020)"}, Pair{"ｶ", "カ"},
      // spaces: no-break, narrow no-break, ideographic
      Pair{"1\u00A0000", "1 000"}, Pair{"1\u202F000", "1 000"}, Pair{"大\u3000会", "大 会"},
      // soft hyphens, zero-width spaces and joiners
      Pair{"gou\u00ADver\u00ADne\u00ADment", "gouvernement"}, Pair{"A/\u200B75", "a/75"},
      // ligatures
      Pair{"o\uFB03ce", "office"}, Pair{"ﬁn", "fin"},
      // Arabic presentation forms: lam-alef, isolated and joined letters
      Pair{"\uFEFB", "لا"}, Pair{"\uFEE3\uFEA0\uFEE0\uFEB2", "مجلس"},
      Pair{"مجـــلس", "مجلس"},
      // bidi controls
      Pair{"\u200EA/75/1\u200F", "a/75/1"}, Pair{"\u2067مجلس\u2069", "مجلس"},
      // quotation marks, apostrophes and dashes
      Pair{"l’État", "l'état"}, Pair{"“terror”", "\"terror\""}, Pair{"«мир»", "\"мир\""},
      Pair{"S/2020–1", "s/2020-1"}, Pair{"non\u2011aligned", "non-aligned"});
  CAPTURE(set);
  CHECK(folded(set) == key);
  CHECK(folded(key) == key);
}

TEST_CASE("folded leaves its own result alone", "[text][property]") {
  const auto* const word = GENERATE("Straße", "الأُمَمُ", "ŒUVRE", "ΜΆΪΟΣ", "ﬁnal", "İ");
  CAPTURE(word);
  CHECK(folded(folded(word)) == folded(word));
}

}  // namespace hexapla
