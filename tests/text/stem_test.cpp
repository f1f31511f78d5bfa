#include "text/stem.hpp"

#include <string_view>
#include <tuple>
#include <utility>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a stemmer gives inflected forms of one word the same stem", "[text][stem]") {
  using Case = std::tuple<Language, std::string_view, std::string_view>;
  const auto [language, one, other] = GENERATE(
      Case{languages::en, "crime", "crimes"}, Case{languages::fr, "nationales", "national"},
      Case{languages::es, "territorios", "territorio"},
      Case{languages::ru, "преступлений", "преступления"},
      Case{languages::ru, "резолюцией", "резолюции"},
      Case{languages::ar, "مدنيون", "مدنيين"},
      Case{Language("de"), "verbrechen", "verbrechens"});
  CAPTURE(one, other);
  const Stemmer stemmer(language);
  CHECK(stemmer.stem(one) == stemmer.stem(other));
}

TEST_CASE("a stemmer keeps different words apart", "[text][stem]") {
  const Stemmer stemmer(languages::en);
  CHECK(stemmer.stem("assembly") != stemmer.stem("council"));
}

TEST_CASE("a language without rules gives its words back", "[text][stem][edge]") {
  CHECK(Stemmer(languages::zh).stem("决议") == "决议");
  CHECK(Stemmer(Language()).stem("resolutions") == "resolutions");
  CHECK(Stemmer(languages::en).stem("").empty());
}

TEST_CASE("a stemmer works after it was moved", "[text][stem][edge]") {
  Stemmer first(languages::en);
  const Stemmer second(std::move(first));
  CHECK(second.stem("resolutions") == "resolut");
}

}  // namespace hexapla
