#include "format/xml_reader.hpp"

#include "format/xml_fragment.hpp"
#include "text/error.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// The first element of that name in a document, as it is kept.
std::string fragment_named(const std::string& document, std::string_view name) {
  std::istringstream in(document);
  XmlReader xml(in, "t.xml");
  while (xml.next())
    if (xml.event() == XmlEvent::begin && xml.local_name() == name) return fragment_at(xml);
  return "none";
}

}  // namespace

TEST_CASE("an attribute's ampersand is read as one", "[format]") {
  XmlReader xml(R"(<a b="x &amp; y &amp;amp; &#38;lt; &quot;"/>)", "t.xml");
  REQUIRE(xml.next());
  CHECK(xml.attribute("b") == "x & y &amp; &lt; \"");
}

TEST_CASE("a stream is read as the same bytes in memory are", "[format]") {
  std::string document = "<r>";
  for (int number = 0; number < 20'000; ++number)
    document += "<s n=\"" + std::to_string(number) + "\">安全理事会</s>\n";
  document += "</r>";
  std::istringstream in(document);
  XmlReader streamed(in, "t.xml");
  XmlReader whole(document, "t.xml");
  std::size_t events = 0;
  while (whole.next()) {
    REQUIRE(streamed.next());
    REQUIRE(streamed.event() == whole.event());
    REQUIRE(streamed.value() == whole.value());
    REQUIRE(streamed.attribute("n") == whole.attribute("n"));
    ++events;
  }
  CHECK_FALSE(streamed.next());
  CHECK(events > 60'000);
}

TEST_CASE("a kept element stands alone, and comes back the same", "[format]") {
  const std::string once = fragment_named(
      R"(<r xmlns:o="urn:o" xmlns:p="urn:p"><o:k p:a="1 &lt; 2"><b/>t &amp; u<o:c>v</o:c></o:k></r>)",
      "k");
  CHECK(
      once ==
      R"(<o:k xmlns:o="urn:o" xmlns:p="urn:p" p:a="1 &lt; 2"><b/>t &amp; u<o:c>v</o:c></o:k>)");
  CHECK(fragment_named(once, "k") == once);
}

TEST_CASE("markup is balanced when it may stand between two tags", "[format]") {
  CHECK(is_balanced("<sub>a</sub> &lt;b> &#228;"));
  CHECK(is_balanced(""));
  CHECK_FALSE(is_balanced("<sub>"));
  CHECK_FALSE(is_balanced("</x><x>"));
  CHECK_FALSE(is_balanced("a & b"));
  CHECK_FALSE(is_balanced("\x01"));
  CHECK_FALSE(is_balanced("<?php?>"));
}

TEST_CASE("entities of a document's own are refused, a DTD's elements passed over",
          "[format][error]") {
  XmlReader fine("<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA #IMPLIED>]><a/>",
                 "t.xml");
  CHECK(fine.next());
  const auto* const bomb = GENERATE(
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
      "<!DOCTYPE a [<!ENTITY b 'xx'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://example.org/x.dtd'> %p;]><a/>",
      "<!DOCTYPE a SYSTEM 'x.dtd'><a>&b;</a>", "<!DOCTYPE a SYSTEM 'x.dtd'><a b='&b;'/>");
  CAPTURE(bomb);
  XmlReader xml(bomb, "t.xml");
  const auto read_all = [&] {
    while (xml.next()) {
    }
  };
  CHECK_THROWS_AS(read_all(), Error);
}

}  // namespace hexapla
