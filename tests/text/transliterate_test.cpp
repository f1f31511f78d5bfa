#include "text/transliterate.hpp"

#include "cases.hpp"

#include <string>
#include <utility>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("latinised writes any script in plain lower case", "[text]") {
  check_made<2>("text/transliterate_test.tsv", latinised);
  CHECK(latinised("").empty());
}

TEST_CASE("a name has one consonant skeleton in many scripts", "[text]") {
  using Pair = std::pair<std::string, std::string>;
  const auto [name, skeleton] =
      GENERATE(Pair{"Ganja", "KNS"}, Pair{"甘贾", "KNS"}, Pair{"Гянджа", "KNS"},
               Pair{"كنجة", "KNS"}, Pair{"Aliyev", "LB"}, Pair{"Алиев", "LB"},
               Pair{"علييف", "LB"}, Pair{"阿利耶夫", "LB"}, Pair{"Mingachevir", "MNKSBL"},
               Pair{"明盖切维尔", "MNKSBL"}, Pair{"مينغاتشيفير", "MNKSBL"});
  CAPTURE(name);
  CHECK(consonant_skeleton(name) == skeleton);
}

}  // namespace hexapla
