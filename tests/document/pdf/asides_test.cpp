#include "document/pdf/asides.hpp"

#include "document/pdf_xml.hpp"

#include <catch2/catch.hpp>

namespace hexapla::asides_test {
namespace {

constexpr double line_pitch = 24;

const Strings paragraph{"1. Several delegations noted that the figures on water",
                        "quality were those of the year before, and asked the",
                        "secretariat to bring them up to date before the next",
                        "session of the working group in the coming spring."};

/// The paragraph from `top` on.
void add_paragraph(PdfXml& pages, double top, double left = margin) {
  for (std::size_t i = 0; i < paragraph.size(); ++i)
    pages.text(left, top + line_pitch * static_cast<double>(i), paragraph[i]);
}

Strings body_of(const Manuscript& manuscript) {
  Strings body;
  for (const Line& line : manuscript.lines)
    if (line.hint.kind != BlockKind::furniture)
      body.emplace_back(line.range.of(manuscript.text));
  return body;
}

Strings furniture_of(const Manuscript& manuscript) {
  Strings furniture;
  for (const Line& line : manuscript.lines)
    if (line.hint.kind == BlockKind::furniture)
      furniture.emplace_back(line.range.of(manuscript.text));
  return furniture;
}

}  // namespace

TEST_CASE("large letters across the lines of a page are no part of them",
          "[document][pdf]") {
  PdfXml pages;
  pages.text(100, 100, "ADVANCE UNEDITED VERSION", 51, 600);
  add_paragraph(pages, 90);
  const Manuscript manuscript = manuscript_of(pages);
  CHECK(body_of(manuscript) == paragraph);
  CHECK(furniture_of(manuscript) == Strings{"ADVANCE UNEDITED VERSION"});
}

TEST_CASE("a large title with nothing below its letters is a title", "[document][pdf]") {
  PdfXml pages;
  pages.text(100, 30, "United Nations", 51, 300);
  add_paragraph(pages, 150);
  CHECK(furniture_of(manuscript_of(pages)).empty());
}

TEST_CASE("turned text in a margin stands apart, however it is spelled",
          "[document][pdf]") {
  PdfXml words;
  PdfXml glyphs;
  add_paragraph(words, 100);
  words.text(40, 172, "V.98-12345", PdfXml::body, 1);
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    std::string spread;
    for (const char letter : paragraph[i])
      spread += std::string(1, letter) + " ";
    glyphs.text(margin, 100 + line_pitch * static_cast<double>(i), spread, PdfXml::body,
                static_cast<double>(paragraph[i].size()) * 8);
  }
  const std::string turned = "V.98-12345";
  for (std::size_t i = 0; i < turned.size(); ++i)
    glyphs.text(40, 172 - 9 * static_cast<double>(i), turned.substr(i, 1), PdfXml::body, 1);
  const Manuscript manuscript = manuscript_from_pdf_xml(words.xml(), "t", glyphs.xml());
  CHECK(body_of(manuscript) == paragraph);
  CHECK(furniture_of(manuscript) == Strings{"V.98-12345"});
}

TEST_CASE("numbers of lines in a margin are no part of them", "[document][pdf]") {
  const auto left = GENERATE(75., 700.);
  const auto step = GENERATE(1, 5);
  CAPTURE(left, step);
  PdfXml pages;
  int number = 0;
  for (int i = 0; i < 8; ++i) {
    const double top = 100 + 110 * i;
    add_paragraph(pages, top);
    for (std::size_t line = 0; line < paragraph.size(); ++line)
      if (++number % step == 0)
        pages.text(left - (number > 9 ? 6 : 0),
                   top + 3 + line_pitch * static_cast<double>(line), std::to_string(number),
                   PdfXml::small);
  }
  pages.page();
  add_paragraph(pages, 300);
  for (std::size_t line = 0; line < paragraph.size(); ++line)
    if (++number % step == 0)
      pages.text(left - 6, 303 + line_pitch * static_cast<double>(line),
                 std::to_string(number), PdfXml::small);
  const Manuscript manuscript = manuscript_of(pages);
  Strings expected;
  for (int i = 0; i < 9; ++i)
    expected.insert(expected.end(), paragraph.begin(), paragraph.end());
  CHECK(body_of(manuscript) == expected);
  CHECK(furniture_of(manuscript).size() == (step == 1 ? 36U : 7U));
}

TEST_CASE("labels of footnotes below each other number no lines", "[document][pdf]") {
  PdfXml pages;
  for (int i = 0; i < 5; ++i)
    add_paragraph(pages, 100 + 110 * i);
  pages.text(margin, 800, "__________________");
  for (int note = 1; note <= 7; ++note)
    pages.text(margin - 20, 820 + 20 * note, std::to_string(note), PdfXml::small)
        .text(margin, 820 + 20 * note,
              "Report of the Secretary-General on the work of the year.", PdfXml::small,
              420);
  CHECK(furniture_of(manuscript_of(pages)) == Strings{"__________________"});
}

TEST_CASE("a page of notes alone, whose labels touch them, has no numbered lines",
          "[document][pdf]") {
  PdfXml pages;
  add_paragraph(pages, 100);
  pages.page();
  for (int note = 23; note <= 30; ++note) {
    const double top = 100 + 40 * (note - 23);
    pages.text(margin, top, std::to_string(note), PdfXml::mark, 13)
        .text(margin + 13, top + 3,
              " See A/75/" + std::to_string(note + 100) + ", where it is explained.",
              PdfXml::small, 400);
  }
  CHECK(furniture_of(manuscript_of(pages)).empty());
}

TEST_CASE("the numbers of a table's rows stay in it", "[document][pdf]") {
  PdfXml pages;
  for (int row = 1; row <= 9; ++row) {
    const double top = 100 + line_pitch * row;
    pages.text(75, top, std::to_string(row))
        .text(margin, top, "Programme of the year", PdfXml::body, 170)
        .text(500, top, std::to_string(1000 + row));
  }
  CHECK(furniture_of(manuscript_of(pages)).empty());
}

}  // namespace hexapla::asides_test
