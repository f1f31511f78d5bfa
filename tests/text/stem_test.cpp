#include "text/stem.hpp"

#include <string_view>
#include <tuple>
#include <utility>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a stemmer gives inflected forms of one word the same stem", "[text][stem]") {
  using Row = std::tuple<Language, std::string_view, std::string_view>;
  const auto [language, one, other] = GENERATE(
      Row{languages::en, "crime", "crimes"}, Row{languages::fr, "nationales", "national"},
      Row{languages::es, "territorios", "territorio"},
      Row{languages::ru, "преступлений", "преступления"},
      Row{languages::ru, "резолюцией", "резолюции"}, Row{languages::ar, "مدنيون", "مدنيين"},
      Row{Language("de"), "verbrechen", "verbrechens"});
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
