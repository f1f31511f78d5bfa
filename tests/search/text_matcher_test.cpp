#include "search/text_matcher.hpp"

#include "cases.hpp"
#include "text/error.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// The text with its hits in brackets; empty without one.
std::string marked_hits(std::string_view query, Language language, std::string text) {
  const auto found = TextMatcher(parse_query(query), language).find(text);
  if (!found) return {};
  for (auto range = found->rbegin(); range != found->rend(); ++range)
    text.insert(range->end, "]").insert(range->begin, "[");
  return text;
}

}  // namespace

TEST_CASE("a query finds what it asks for and nothing else", "[search]") {
  const auto [behaviour, tag, query, marked] =
      GENERATE(from_range(cases_in<4>("search/text_matcher_test.tsv")));
  std::string text = marked;
  std::erase_if(text, [](char letter) { return letter == '[' || letter == ']'; });
  CAPTURE(behaviour, query);
  CHECK(marked_hits(query, Language(tag), text) == (text == marked ? "" : marked));
}

TEST_CASE("expressions that are none, or take too long, are errors", "[search][error]") {
  CHECK_THROWS_WITH(TextMatcher(parse_query("/a(b/"), languages::en),
                    Catch::Contains("a(b") && Catch::Contains("character"));
  const TextMatcher slow(parse_query("/(a+)+b/"), languages::en);
  CHECK_THROWS_WITH(static_cast<void>(slow.find(std::string(200, 'a'))),
                    Catch::Contains("too long"));
}

}  // namespace hexapla
