#include "text/find_urls.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a web address ends before the punctuation of its sentence", "[check][url]") {
  using Case = std::pair<std::string_view, std::string_view>;
  const auto [text, url] =
      GENERATE(Case{"见 https://un.org/a?s=20。", "https://un.org/a?s=20"},
               Case{"See www.1lurer.am/en/2020/10/05/A-few/328058.",
                    "www.1lurer.am/en/2020/10/05/A-few/328058"},
               Case{"(http://un.org/x)", "http://un.org/x"},
               Case{"https://x.org/a_(b)", "https://x.org/a_(b)"},
               Case{"см. «https://un.org/ru»", "https://un.org/ru"},
               Case{"https://www.un.org/ar،", "https://www.un.org/ar"});
  CAPTURE(text);
  const auto urls = urls_in(text);
  REQUIRE(urls.size() == 1);
  CHECK(urls[0].of(text) == url);
}

TEST_CASE("a text without addresses has none", "[check][url]") {
  CHECK(urls_in("").empty());
  CHECK(urls_in("General Assembly").empty());
  CHECK(urls_in("https://a.org https://b.org").size() == 2);
}

TEST_CASE("e-mail and bare hosts are addresses, too", "[check][url]") {
  using Case = std::pair<std::string_view, std::string_view>;
  const auto [text, address] =
      GENERATE(Case{"请写信给dppa-info@un.org。", "dppa-info@un.org"},
               Case{"Voir undocs.org/fr/A/75/1, p. 3.", "undocs.org/fr/A/75/1"},
               Case{"(см. who.int)", "who.int"},
               Case{"http://un.org/a@b.org", "http://un.org/a@b.org"},
               Case{"a.b@mail.gov.xx;", "a.b@mail.gov.xx"});
  CAPTURE(text);
  const auto addresses = addresses_in(text);
  REQUIRE(addresses.size() == 1);
  CHECK(addresses[0].of(text) == address);
}

TEST_CASE("abbreviations, decimals and lone signs are no addresses", "[check][url]") {
  const auto text = GENERATE(as<std::string>(), "U.S. and U.K.", "3.5 per cent",
                             "@ 5 dollars", "end.Next", "report.pdf", "...org", "@un");
  CAPTURE(text);
  CHECK(addresses_in(text).empty());
}

}  // namespace hexapla
