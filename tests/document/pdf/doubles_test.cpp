#include "document/pdf/doubles.hpp"

#include "document/audit.hpp"
#include "document/pdf_xml.hpp"

#include <catch2/catch.hpp>

namespace hexapla::doubles_test {
TEST_CASE("what is drawn twice to look bold is there once", "[document][pdf]") {
  const std::string title = GENERATE(as<std::string>(), "Protection of the river basin",
                                     "Защита бассейна реки", "保护流域环境", "Décisions");
  CAPTURE(title);
  PdfXml pages;
  pages.text(margin, 100, title, PdfXml::body, 230)
      .text(margin + .5, 100.2, title, PdfXml::body, 230)
      .text(margin, 150, "1. The Assembly took note of the report that it had asked for,")
      .text(margin, 174, "and decided to come back to the matter at its next session.");
  const Manuscript manuscript = manuscript_of(pages);
  CHECK(told_lines_in(manuscript) ==
        Strings{"heading: " + title,
                "1. The Assembly took note of the report that it had asked for,",
                "and decided to come back to the matter at its next session."});
  CHECK(left_out(manuscript) == Strings{"what is drawn twice at one place"});
  const std::string xml = pages.xml();
  CHECK(audit(document_from(manuscript, "t.pdf", languages::en), xml).unaccounted.empty());
}

TEST_CASE("strokes that fall into other pieces are doubles too", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "Protection of the basin", PdfXml::body, 184)
      .text(margin + .5, 100, "Protection", PdfXml::body, 80)
      .text(margin + 88.5, 100, "of the basin", PdfXml::body, 96);
  CHECK(lines_in(manuscript_of(pages)) == Strings{"Protection of the basin"});
}

TEST_CASE("letters drawn twice one by one are there once", "[document][pdf]") {
  PdfXml pages;  // as poppler cuts them
  pages.text(margin, 100, "P", PdfXml::body, 8)
      .text(margin + .5, 100, "Prro", PdfXml::body, 20)
      .text(margin + 13.7, 100, "ott", PdfXml::body, 14);
  CHECK(lines_in(manuscript_of(pages)) == Strings{"Prot"});
}

TEST_CASE("words that are there twice in a line are two", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "200", PdfXml::body, 24)
      .text(margin + 100, 100, "200", PdfXml::body, 24)
      .text(margin, 140, "Bora", PdfXml::body, 32)
      .text(margin + 33, 140, "Bora", PdfXml::body, 32);
  CHECK(lines_in(manuscript_of(pages)) == Strings{"200", "200", "BoraBora"});
}

}  // namespace hexapla::doubles_test
