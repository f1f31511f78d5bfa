#include "text/fold.hpp"

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
  CHECK(folded("الأُمَمُ") == "الامم");
  CHECK(folded("الأمــن") == "الامن");
  CHECK(folded("إلى") == "الي");
  CHECK(folded("الآمنة") == "الامنه");
  CHECK(folded("ا\u0654مم") == "امم");
}

TEST_CASE("folded leaves its own result alone", "[text][property]") {
  const auto* const word = GENERATE("Straße", "الأُمَمُ", "ŒUVRE", "ΜΆΪΟΣ", "ﬁnal", "İ");
  CAPTURE(word);
  CHECK(folded(folded(word)) == folded(word));
}

}  // namespace hexapla
