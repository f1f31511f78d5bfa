#include "document/read_text.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string text_of(std::string_view source, Language language) {
  return read_text(source, "t", language).text;
}

}  // namespace

TEST_CASE("one broken word of a short text is mended", "[document]") {
  CHECK(text_of("The Council reaffirmed its resolutions on the civil-\n"
                "ian population in times of armed conflict.\n",
                languages::en) ==
        "The Council reaffirmed its resolutions on the civilian population in times of "
        "armed conflict.");
}

TEST_CASE("where few lines end in hyphens these are the compounds' own", "[document][fr]") {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += "la Commission a examiné le rapport de son groupe de travail sur\n";
  text += "le réseau de télé-\nsurveillance.\n";
  CHECK(text_of(text, languages::fr).ends_with("télé-surveillance."));
}

TEST_CASE("no French or Spanish syllable begins with a vowel", "[document]") {
  CHECK(text_of("les maladies auto-\nimmunes\n", languages::fr) ==
        "les maladies auto-immunes");
  CHECK(text_of("la opinión des-\nacertada\n", languages::es) == "la opinión desacertada");
}

TEST_CASE("a chain of words keeps all of its hyphens", "[document]") {
  CHECK(text_of("they need face-\nto-face meetings\n", languages::en) ==
        "they need face-to-face meetings");
  CHECK(text_of("low-\nand middle-income countries\n", languages::en) ==
        "low- and middle-income countries");
}

TEST_CASE("a word that two have grown into has no hyphen", "[document]") {
  CHECK(text_of("the rights of every-\nbody and every body\n", languages::en) ==
        "the rights of everybody and every body");
}

}  // namespace hexapla
