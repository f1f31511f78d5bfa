#include "search/similarity.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("scores are those of the documented formula", "[search]") {
  const SimilarSentence sentence("The Council adopted resolution 1325 (2000).");
  const auto score = [&](std::string_view text) { return sentence.score(text, 1); };
  CHECK(score("The Council adopted resolution 1325 (2000).") == 100);
  CHECK(score(" The Council adopted resolution 1325 (2000).\n") == 100);
  CHECK(score("the council adopted resolution 1325 (2000).") == 99);
  CHECK(score("The Council adopted resolution 1325, 2000") == 99);
  CHECK(score("The Council adopted resolution 2250 (2015).") == 99);
  CHECK(score("the Council adopted resolution 2250, 2015") == 97);
  CHECK(score("The Council adopted a resolution 1325 (2000).") == 85);  // 6 of 7 words
  CHECK(score("The Assembly adopted resolution 1325 (2000).") == 83);   // 5 of 6
  CHECK(score("Peace") == 0);
}

TEST_CASE("other words never score as high as the same words", "[search]") {
  std::string text = "word";
  for (int i = 0; i < 199; ++i)
    text += " word";
  CHECK(SimilarSentence(text).score(text + " more", 1) == 94);
}

TEST_CASE("Chinese characters count as words", "[search]") {
  CHECK(SimilarSentence("安全理事会").score("安全理事国", 1) == 80);
  CHECK(SimilarSentence("理事會").score("理事会", 1) == 99);
}

TEST_CASE("a sentence has words, and not too many", "[search][error]") {
  CHECK_THROWS_WITH(SimilarSentence(" ?! "), Catch::Contains("no word"));
  std::string text;
  for (int i = 0; i < 1001; ++i)
    text += "a ";
  CHECK_THROWS_WITH(SimilarSentence(text), Catch::Contains("1000"));
}

}  // namespace hexapla
