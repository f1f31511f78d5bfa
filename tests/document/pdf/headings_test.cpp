// Headings in italics, lines set flush right and legends, as the United Nations set them.
#include "document/pdf_xml.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla::headings_test {
namespace {

constexpr double pitch = 18;
constexpr double margin = 185;
constexpr double full = 520;

/// Justified lines; returns where the next would be.
double paragraph(PdfXml& page, double top, const Strings& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i, top += pitch)
    page.text(margin, top, lines[i], PdfXml::body, i + 1 < lines.size() ? full : 0);
  return top;
}

const Strings lines{
    "13.24 The list below, which was reviewed in the preparation of the proposed",
    "programme budget for the year, provides all mandates that were entrusted to the",
    "Centre by the General Assembly and by the Economic and Social Council."};

}  // namespace

TEST_CASE("a line in italics at the margin, with space above and below, is a heading",
          "[document][pdf]") {
  PdfXml page;
  double top = paragraph(page, 150, lines);
  page.text(margin, top + 20, "<i>Lessons learned and planned change</i>");
  top = paragraph(page, top + 60, lines);
  page.text(margin + 36, top + 20, "<i>The General Assembly</i>");
  page.text(margin + 190, top + 20, ",");
  top = paragraph(page, top + 60, lines);
  page.text(margin, top + 20, "<i>[on the report of the Third Committee (A/78/481)]</i>");
  top = paragraph(page, top + 60, lines);
  page.text(margin, top + 10, "<i>Emphasizes</i>");
  page.text(margin + 90, top + 10,
            "the importance of the mandates that were entrusted to it");
  paragraph(page, top + 40, lines);
  const Strings blocks = blocks_in(page);
  CAPTURE(blocks);
  CHECK(holds(blocks, "heading: Lessons learned and planned change"));
  CHECK(std::ranges::count_if(blocks, [](const std::string& block) {
          return block.starts_with("heading");
        }) == 1);
}

TEST_CASE("the meeting and the day below a resolution are two paragraphs",
          "[document][pdf]") {
  PdfXml page;
  const double top = paragraph(page, 150, lines);
  page.text(527, top + 2 * pitch, "<i>50th (resumed) plenary meeting</i>", PdfXml::body,
            210);
  page.text(610, top + 3 * pitch, "<i>22 December 2023</i>", PdfXml::body, 127);
  const Strings blocks = blocks_in(page);
  CAPTURE(blocks);
  CHECK(holds(blocks, "paragraph: 50th (resumed) plenary meeting"));
  CHECK(holds(blocks, "paragraph: 22 December 2023"));
}

TEST_CASE("lines of a legend that begin with the same words are paragraphs of their own",
          "[document][pdf]") {
  PdfXml page;
  double top = paragraph(page, 150, lines) + 300;
  const Strings legend{
      "Number of organizations that improved their Free Trade Area-related services "
      "(planned)",
      "Number of organizations that improved their Free Trade Area-related services "
      "(actual)",
      "Number of small businesses that were served by these organizations (planned)",
      "Number of small businesses that were served by these organizations (actual)"};
  for (const std::string& line : legend) {
    page.text(margin, top, line, PdfXml::small, 5.5 * static_cast<double>(line.size()));
    top += 19;
  }
  paragraph(page, top + 40, lines);
  const Strings blocks = blocks_in(page);
  CAPTURE(blocks);
  for (const std::string& line : legend)
    CHECK(holds(blocks, "paragraph: " + line));
}

}  // namespace hexapla::headings_test
