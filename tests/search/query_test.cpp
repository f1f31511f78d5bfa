#include "search/query.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a query is words, phrases, prefixes, exact forms and expressions", "[search]") {
  const Query query = parse_query("crime* \"war crimes\" =\"the Hague\" /20\\/2[0-9]/");
  REQUIRE(query.parts.size() == 4);
  CHECK(query.parts[0] ==
        QueryPart{{{"crime", WordKind::letters, WordMatch::prefix}}, "", 0});
  CHECK(query.parts[1].words.size() == 2);
  CHECK(query.parts[1].words[1].match == WordMatch::inflections);
  CHECK(query.parts[2].words[0].match == WordMatch::exact);
  CHECK(query.parts[3].pattern == "20/2[0-9]");
}

TEST_CASE("Chinese and hyphenated words are phrases without quotation marks", "[search]") {
  CHECK(parse_query("战争罪").parts.at(0).words.size() == 3);
  CHECK(parse_query("A/RES/73/3").parts.at(0).words.size() == 4);
  CHECK(parse_query("“战争 罪”").parts.at(0).words.size() == 3);
}

TEST_CASE("what is no query is refused with its place", "[search][error]") {
  using Catch::Contains;
  CHECK_THROWS_WITH(parse_query("  "), Contains("character 3: nothing to look for"));
  CHECK_THROWS_WITH(parse_query("战争 \"war"),
                    Contains("character 4") && Contains("closed"));
  CHECK_THROWS_WITH(parse_query("war * crime"), Contains("character 5"));
  CHECK_THROWS_WITH(parse_query("=war*"), Contains("character 5"));
  CHECK_THROWS_WITH(parse_query("war /crim"), Contains("character 5") && Contains("/"));
  CHECK_THROWS_WITH(parse_query("//"), Contains("empty"));
  CHECK_THROWS_WITH(parse_query("war ?!"), Contains("character 5: no word"));
  CHECK_THROWS_WITH(parse_query(std::string(5000, 'a')), Contains("longer than"));
}

}  // namespace hexapla
