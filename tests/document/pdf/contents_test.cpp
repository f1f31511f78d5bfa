// Tables of contents as the United Nations print them.
#include "document/pdf_xml.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla::contents_test {
namespace {

constexpr double pitch = 18;
constexpr double label_at = 150;
constexpr double title_at = 187;
constexpr double points_end = 794;
constexpr double number_at = 817;

/// Points from where a title ends to where all of them end.
void lead(PdfXml& page, double start, double top) {
  std::string points;
  for (double at = start; at < points_end; at += 8)
    points += " .";
  page.text(start, top + 2, points, 14, points_end - start);
}

Strings blocks_in(const PdfXml& pages) {
  const Document document = document_from(manuscript_of(pages), "t.pdf", languages::en);
  Strings blocks;
  for (const Block& block : document.blocks)
    blocks.emplace_back(block.range.of(document.text));
  return blocks;
}

}  // namespace

TEST_CASE("a page number beside the first line of a title follows its last",
          "[document][pdf]") {
  PdfXml page;
  page.font(14, "Times");
  page.text(label_at, 100, "I.").text(title_at, 100, "Introduction");
  lead(page, 280, 100);
  page.text(number_at, 100, "6");
  page.text(label_at, 127, "II.");
  page.text(title_at, 127, "Financial position of the Stabilization Mission in Mali as", 16,
            593);
  page.text(title_at, 127 + pitch, "at the end of the period and", 16, 560);
  page.text(title_at, 127 + 2 * pitch, "30 June 2025");
  lead(page, 290, 127 + 2 * pitch);
  page.text(number_at, 127, "23");
  page.text(label_at, 190, "III.").text(title_at, 190, "Actions to be taken");
  lead(page, 345, 190);
  page.text(number_at, 190, "24");
  CHECK(blocks_in(page) ==
        Strings{
            "I. Introduction 6",
            "II. Financial position of the Stabilization Mission in Mali as at the end of "
            "the period and 30 June 2025 23",
            "III. Actions to be taken 24"});
}

TEST_CASE("a page number behind the points of a title's last line stays there",
          "[document][pdf]") {
  PdfXml page;
  page.font(14, "Times");
  page.text(label_at, 100, "I.").text(title_at, 100, "Introduction");
  lead(page, 280, 100);
  page.text(number_at, 100, "6");
  page.text(label_at, 127, "II.");
  page.text(title_at, 127, "Financial position of the Stabilization Mission in Mali as", 16,
            593);
  page.text(title_at, 127 + pitch, "at 30 June 2025");
  lead(page, 315, 127 + pitch);
  page.text(number_at, 127 + pitch, "23");
  page.text(label_at, 172, "III.").text(title_at, 172, "Actions to be taken");
  lead(page, 345, 172);
  page.text(number_at, 172, "24");
  CHECK(
      blocks_in(page) ==
      Strings{
          "I. Introduction 6",
          "II. Financial position of the Stabilization Mission in Mali as at 30 June 2025 "
          "23",
          "III. Actions to be taken 24"});
}

}  // namespace hexapla::contents_test
