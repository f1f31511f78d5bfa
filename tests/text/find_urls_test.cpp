#include "text/find_urls.hpp"

#include "cases.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// `find` finds in each example what the table tells, and nothing else.
void check_only(std::vector<ByteRange> (*find)(std::string_view text)) {
  for (const auto& [text, address] : cases_in<2>("text/find_urls_test.tsv")) {
    CAPTURE(text);
    const std::vector<ByteRange> found = find(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].of(text) == address);
  }
}

}  // namespace

TEST_CASE("a web address ends before the punctuation of its sentence", "[check][url]") {
  check_only(urls_in);
}

TEST_CASE("a text without addresses has none", "[check][url]") {
  CHECK(urls_in("").empty());
  CHECK(urls_in("General Assembly").empty());
  CHECK(urls_in("https://a.org https://b.org").size() == 2);
}

TEST_CASE("e-mail and bare hosts are addresses, too", "[check][url]") {
  check_only(addresses_in);
}

TEST_CASE("abbreviations, decimals and lone signs are no addresses", "[check][url]") {
  const auto text = GENERATE(as<std::string>(), "U.S. and U.K.", "3.5 per cent",
                             "@ 5 dollars", "end.Next", "report.pdf", "...org", "@un");
  CAPTURE(text);
  CHECK(addresses_in(text).empty());
}

}  // namespace hexapla
