#include "document/markup/scanner.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Strings = std::vector<std::string>;

Strings tokens_of(std::string_view source, Markup markup) {
  MarkupScanner scanner(source, markup);
  Strings tokens;
  std::size_t end = 0;
  while (const auto token = scanner.next()) {
    REQUIRE(token->range.begin == end);
    end = token->range.end;
    tokens.emplace_back(token->range.of(source));
  }
  REQUIRE(end == source.size());
  return tokens;
}

}  // namespace

TEST_CASE("the tokens of a page tile it", "[document]") {
  CHECK(tokens_of("a<b c=\"x>y\">d</b><!-- <e> --><f/>", Markup::html) ==
        Strings{"a", "<b c=\"x>y\">", "d", "</b>", "<!-- <e> -->", "<f/>"});
  CHECK(tokens_of("1 < 2 <> </> <3<p", Markup::html) == Strings{"1 < 2 <> </> <3", "<p"});
  CHECK(tokens_of("<a><![CDATA[<b>]]><?c d>?></a>", Markup::xml) ==
        Strings{"<a>", "<![CDATA[<b>]]>", "<?c d>?>", "</a>"});
  CHECK(tokens_of("", Markup::xml).empty());
}

TEST_CASE("attributes are found with and without quotation marks", "[document]") {
  const std::string html = "<a HREF = '#x&amp;y' id=n1 hidden title=>";
  MarkupScanner scanner(html, Markup::html);
  const auto tag = scanner.next();
  REQUIRE(tag);
  CHECK(scanner.attribute(*tag, "href") == "#x&y");
  CHECK(scanner.attribute(*tag, "id") == "n1");
  CHECK(scanner.attribute(*tag, "hidden") == "");
  CHECK(scanner.attribute(*tag, "title") == "");
  CHECK_FALSE(scanner.attribute(*tag, "name"));
}

TEST_CASE("XML names are compared without their prefix", "[document]") {
  const std::string xml = "<w:p xmlns:val='no' w:val=\"yes\"/>";
  MarkupScanner scanner(xml, Markup::xml);
  const auto tag = scanner.next();
  REQUIRE(tag);
  CHECK(tag->starts("p"));
  CHECK(tag->closed);
  CHECK(scanner.attribute(*tag, "val") == "yes");
}

TEST_CASE("an element is skipped with those of its name inside it", "[document]") {
  const std::string html = "<div>a<div>b</div>c</div>d<p>";
  MarkupScanner scanner(html, Markup::html);
  const auto range = scanner.skip_element(*scanner.next());
  REQUIRE(range);
  CHECK(range->of(html) == "<div>a<div>b</div>c</div>");
  CHECK(scanner.next()->range.of(html) == "d");
  CHECK_FALSE(scanner.skip_element(*scanner.next()));
}

}  // namespace hexapla
