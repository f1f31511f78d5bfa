#include "text/language/language_called.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("languages are known by their names in six languages and in themselves",
          "[text]") {
  const auto [name, tag] = GENERATE(table<std::string, std::string>({{"English", "en"},
                                                                     {"ENGLISH", "en"},
                                                                     {"anglais", "en"},
                                                                     {"inglés", "en"},
                                                                     {"английский", "en"},
                                                                     {"英语", "en"},
                                                                     {"英文", "en"},
                                                                     {"الإنجليزية", "en"},
                                                                     {"الإنكليزية", "en"},
                                                                     {"汉语", "zh"},
                                                                     {"Français", "fr"},
                                                                     {"中文", "zh"},
                                                                     {"العربية", "ar"},
                                                                     {"русский", "ru"},
                                                                     {"Deutsch", "de"}}));
  CAPTURE(name);
  const auto language = language_called(name);
  REQUIRE(language);
  CHECK(language->tag() == tag);
}

TEST_CASE("what is no name of a language is none", "[text][edge]") {
  const auto name =
      GENERATE(values<std::string>({"", "en", "Term", "Source", "Definition"}));
  CAPTURE(name);
  CHECK_FALSE(language_called(name));
}

}  // namespace hexapla
