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

}  // namespace hexapla
