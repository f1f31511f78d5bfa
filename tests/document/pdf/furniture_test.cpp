#include "document/pdf/furniture.hpp"

#include "document/pdf/read_pdf.hpp"
#include "document/pdf_xml.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::furniture_test {
namespace {}  // namespace

TEST_CASE("a job number below the notes of a first page is no part of them",
          "[document][pdf]") {
  PdfXml pages;
  pages
      .marked(margin, 100, "It recalled the 2030 Agenda,", "1",
              "and took note of the report.")
      .text(margin, 1000, "__________________")
      .note(margin, 1020, "1", "Resolution 70/1.")
      .text(90, 1110, "25-18145 (E)", PdfXml::small)
      .text(300, 1110, "141125", PdfXml::small)
      .text(90, 1130, "*2518145*", PdfXml::small)
      .text(600, 1120, "Please recycle", PdfXml::small);
  CHECK(told_lines_in(pages) ==
        Strings{"It recalled the 2030 Agenda,1 and took note of the report.",
                "footnote1: 1 Resolution 70/1.", "furniture: __________________",
                "furniture: 25-18145 (E)", "furniture: 141125", "furniture: Please recycle",
                "furniture: *2518145*"});
}

TEST_CASE("short notes at one place of two pages are no furniture", "[document][pdf]") {
  PdfXml pages;
  for (const std::string number : {"1", "2"}) {
    if (number == "2") pages.page();
    pages
        .text(margin, 100 + 24 * std::stod(number),
              "It took note of report " + number + ",", PdfXml::body, 200)
        .text(margin + 200, 98 + 24 * std::stod(number), number, PdfXml::mark)
        .text(margin, 1040, "__________________")
        .text(margin, 1080, number, PdfXml::mark)
        .text(margin + 12, 1082, "A/80/" + number + "37.", PdfXml::small);
  }
  CHECK(told_lines_in(pages) ==
        Strings{"It took note of report 1,1", "It took note of report 2,2",
                "footnote1: 1 A/80/137.", "footnote2: 2 A/80/237.",
                "furniture: __________________", "furniture: __________________"});
}

TEST_CASE("short notes whose labels lead to their marks are no furniture",
          "[document][pdf]") {
  PdfXml pages;
  for (int page = 0; page < 2; ++page) {
    if (page > 0) pages.page();
    pages.text(margin, 300, "The General Assembly took note of the report, as before.");
    for (int note = 1; note <= 3; ++note) {
      const std::string label = std::to_string(3 * page + note);
      pages.text(margin, 1100 + 16 * note,
                 "<a href=\"t.html#1\">" + label + "</a>See A/80/" + label +
                     ", where the figures are explained.",
                 PdfXml::small);
    }
  }
  const Strings lines = told_lines_in(pages);
  CHECK(std::ranges::none_of(
      lines, [](const std::string& line) { return line.starts_with("furniture"); }));
}

TEST_CASE("the head of a second page is told by the symbol of the masthead",
          "[document][pdf]") {
  PdfXml pages;
  pages.text(600, 90, "A/RES/73/8")
      .text(margin, 300, "The General Assembly,")
      .page()
      .text(margin, 60, "Necessity of ending the embargo")
      .text(600, 60, "A/RES/73/8")
      .text(margin, 150, "72/4 of 1 November 2017,");
  CHECK(told_lines_in(pages) ==
        Strings{"A/RES/73/8", "The General Assembly,", "72/4 of 1 November 2017,",
                "furniture: Necessity of ending the embargo", "furniture: A/RES/73/8"});
}

TEST_CASE("what is right below the symbol of a page is text", "[document][pdf]") {
  const auto [first, second, told] = GENERATE(table<std::string, std::string, std::string>(
      {{"<b>III. Resource performance</b>",
        "It decided to meet again in the following year, as before.",
        "heading: III. Resource performance"},
       {"10. Since the outbreak of hostilities on 27 September 2020,",
        "the civilian population has been under attack.",
        "10. Since the outbreak of hostilities on 27 September 2020,"}}));
  CAPTURE(first);
  const bool is_heading = told != first;
  PdfXml pages;
  pages.text(600, 90, "A/80/590")
      .text(margin, 300, "The Assembly took note of the report of the Secretary-General.")
      .page()
      .text(600, 60, "A/80/590")
      .text(margin, 84, first)
      .text(margin, is_heading ? 150 : 108, second);
  CHECK(told_lines_in(pages) ==
        Strings{"A/80/590",
                "The Assembly took note of the report of the Secretary-General.", told,
                second, "furniture: A/80/590"});
}

}  // namespace hexapla::furniture_test
