// Tables of contents as the United Nations print them.
#include "document/pdf_xml.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla::contents_test {
namespace {

constexpr double label_at = 150;
constexpr double title_at = 187;
constexpr double number_at = 817;

/// Points from where a title ends to where all of them end.
void lead(PdfXml& page, double start, double top) {
  constexpr double points_end = 794;
  std::string points;
  for (double at = start; at < points_end; at += 8)
    points += " .";
  page.text(start, top + 2, points, 14, points_end - start);
}

/// A title of one line, with points from `start` on to the number of its page.
void add_title(PdfXml& page, double top, const std::string& label, const std::string& title,
               double start, const std::string& number) {
  page.text(label_at, top, label).text(title_at, top, title);
  lead(page, start, top);
  page.text(number_at, top, number);
}

/// A table of contents whose second title has these lines, the last of which points lead
/// from; the number of its page stands beside `numbered`.
PdfXml contents_with(const Strings& title, double start, std::size_t numbered) {
  constexpr double first = 127;
  constexpr double pitch = 18;
  const auto top_of = [](std::size_t line) {
    return first + pitch * static_cast<double>(line);
  };
  PdfXml page;
  page.font(14, "Times");
  add_title(page, 100, "I.", "Introduction", 280, "6");
  page.text(label_at, first, "II.");
  const std::size_t last = title.size() - 1;
  for (std::size_t line = 0; line < last; ++line)
    page.text(title_at, top_of(line), title[line], PdfXml::body, line == 0 ? 593 : 560);
  page.text(title_at, top_of(last), title[last]);
  lead(page, start, top_of(last));
  page.text(number_at, top_of(numbered), "23");
  add_title(page, top_of(last) + 27, "III.", "Actions to be taken", 345, "24");
  return page;
}

Strings texts_in(const PdfXml& pages) {
  const Document document = document_from(manuscript_of(pages), "t.pdf", languages::en);
  Strings blocks;
  for (const Block& block : document.blocks)
    blocks.emplace_back(block.range.of(document.text));
  return blocks;
}

}  // namespace

TEST_CASE("a page number beside the first line of a title follows its last",
          "[document][pdf]") {
  const Strings title{"Financial position of the Stabilization Mission in Mali as",
                      "at the end of the period and", "30 June 2025"};
  CHECK(texts_in(contents_with(title, 290, 0)) ==
        Strings{
            "I. Introduction 6",
            "II. Financial position of the Stabilization Mission in Mali as at the end of "
            "the period and 30 June 2025 23",
            "III. Actions to be taken 24"});
}

TEST_CASE("a page number behind the points of a title's last line stays there",
          "[document][pdf]") {
  const Strings title{"Financial position of the Stabilization Mission in Mali as",
                      "at 30 June 2025"};
  CHECK(
      texts_in(contents_with(title, 315, 1)) ==
      Strings{
          "I. Introduction 6",
          "II. Financial position of the Stabilization Mission in Mali as at 30 June 2025 "
          "23",
          "III. Actions to be taken 24"});
}

}  // namespace hexapla::contents_test
