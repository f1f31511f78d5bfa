// How offices of the United Nations and other bodies set their papers: numbers by section,
// drafts in brackets, boxes, job numbers of their own, tables that go on overleaf.
#include "document/cells.hpp"
#include "document/pdf_xml.hpp"
#include "document/structure/document_facts.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::offices_test {
namespace {

constexpr double line_pitch = 22;

Document read(const PdfXml& pages, Language language) {
  return document_from(manuscript_of(pages), "t", language);
}

const Strings lines{
    "The Committee considered the report of the Secretary-General on the work of the",
    "secretariat, the programme budget and the estimates that were before it, and the",
    "recommendations of the Advisory Committee on them, and took note of these."};

/// A paragraph of three lines, the last of which leaves `room`.
void add_paragraph(PdfXml& pages, double top, const std::string& number, double room = 60) {
  pages.text(margin, top, number, PdfXml::body, 30)
      .text(margin + 50, top, lines[0], PdfXml::body, full_width - 50)
      .text(margin, top + line_pitch, lines[1], PdfXml::body, full_width)
      .text(margin, top + 2 * line_pitch, lines[2], PdfXml::body, full_width - room);
}

}  // namespace

TEST_CASE("job numbers of all offices and bar codes are no part of a note",
          "[document][pdf]") {
  const std::string job =
      GENERATE("B20-00145 (E)", "K2000123 (E)", "K2000123[E]", "V.20-14520 (E)",
               "GE.20-14520(E)", "20-14520 (E)", "*K2000123*", "*2014520*",
               "GE.20-14520 (E)031120", "GE.20-14520 (R) 031120 041120");
  CAPTURE(job);
  PdfXml pages;
  pages.marked(margin, 400, "The Committee took note of it,", "1", " and closed.")
      .note(margin, 1120, "1", "See A/75/237.")
      .text(margin, 1150, job, PdfXml::small);
  CHECK(told_lines_in(pages).back() == "furniture: " + job);
  CHECK(holds(blocks_in(pages), "footnote: 1 See A/75/237."));
}

TEST_CASE("what is no job number stays in the text of its page", "[document][pdf]") {
  const std::string words = GENERATE("2020-2021", "10-12", "70/105", "E/2020/37", "1945");
  CAPTURE(words);
  PdfXml pages;
  pages.text(margin, 400, lines[2]).text(margin, 1150, "See " + words, PdfXml::body);
  CHECK(told_lines_in(pages).back() == "See " + words);
}

TEST_CASE("paragraphs numbered by section begin blocks, also overleaf", "[document][pdf]") {
  PdfXml pages;
  for (int number = 1; number <= 8; ++number)
    add_paragraph(pages, 200 + 100 * number, "13." + std::to_string(number), 0);
  pages.page();
  add_paragraph(pages, 100, "13.9", 0);
  add_paragraph(pages, 200, "13.10", 0);
  const Document document = read(pages, languages::en);
  REQUIRE(document.blocks.size() == 10);
  CHECK(document.blocks[8].label == "13.9");
  CHECK(document.blocks[9].label == "13.10");
}

TEST_CASE("numbers by section stand apart from Chinese text", "[document][pdf][zh]") {
  PdfXml pages;
  pages.text(margin, 300, "13.5", PdfXml::body, 24)
      .text(margin + 50, 300, "大会注意到秘书长的报告。", PdfXml::body, 200);
  const Document document = read(pages, languages::zh);
  CHECK(document.blocks.front().label == "13.5");
}

TEST_CASE("a paragraph in brackets ends before the next number, overleaf too",
          "[document][pdf]") {
  PdfXml pages;
  for (int number = 1; number <= 6; ++number)
    add_paragraph(pages, 200 + 100 * number, std::to_string(number) + ".");
  pages.text(margin, 900, "[7.", PdfXml::body, 16)
      .text(margin + 50, 900, lines[0], PdfXml::body, full_width - 50)
      .text(margin, 922, "secretariat, which was before it at its seventy-fifth session;]",
            PdfXml::body, full_width)
      .page();
  add_paragraph(pages, 100, "8.");
  const Strings blocks = blocks_in(pages);
  CHECK(blocks.back().starts_with("paragraph: 8. The Committee"));
}

TEST_CASE("a paragraph set in as a whole is one block", "[document][pdf][zh]") {
  PdfXml pages;
  constexpr double inset = 14;
  const Strings box{
      "谨提及我们先前关于自敌对行动爆发以来在被占领土发生的事件的信函并向你通报以",
      "下情况包括袭击平民和民用基础设施的情况以及国际社会对这些袭击的反应和我们",
      "今后的步骤。"};
  for (std::size_t line = 0; line < box.size(); ++line)
    pages.text(margin + inset + (line == 0 ? 30 : 0),
               300 + line_pitch * static_cast<double>(line), box[line], PdfXml::body,
               line == 2 ? 90 : full_width - inset - (line == 0 ? 30 : 0));
  for (int paragraph = 0; paragraph < 5; ++paragraph) {
    const double top = 420 + 80 * paragraph;
    pages.text(margin + 30, top, box[0], PdfXml::body, full_width - 30)
        .text(margin, top + line_pitch, box[1], PdfXml::body, full_width)
        .text(margin, top + 2 * line_pitch, box[2], PdfXml::body, 90);
  }
  const Strings blocks = blocks_in(pages, languages::zh);
  CHECK(blocks.size() == 6);
}

TEST_CASE("lines of deeper items don't hide how wide the text is", "[document][pdf][zh]") {
  PdfXml pages;
  const std::string line =
      "导弹击中了该市的两个居民区造成平民死亡其中包括儿童和妇女多名平民受重伤";
  pages.text(700, 60, "A/75/L.12", PdfXml::large, 130);
  int item = 0;
  for (double top = 300; top < 1000; top += 100, ++item) {
    const double inset = item % 4 == 0 ? 40 : 80;
    const std::string label = item % 4 == 0 ? "(a)" : "(i)";
    pages.text(margin + inset - 40, top, label, PdfXml::body, 18);
    for (int i = 0; i < 3; ++i)
      pages.text(margin + inset, top + line_pitch * i, line, PdfXml::body,
                 full_width - inset);
    pages.text(margin + inset, top + 3 * line_pitch, "下落不明；", PdfXml::body, 80);
  }
  const Strings blocks = blocks_in(pages, languages::zh);
  CHECK(std::ranges::count_if(blocks, [](const std::string& block) {
          return block.starts_with("list_item: ");
        }) == item);
  CHECK(blocks.back() == "list_item: (i) " + line + line + line + "下落不明；");
}

TEST_CASE("lines that happen to be at the edges of two pages are text", "[document][pdf]") {
  PdfXml pages;
  for (int page = 0; page < 2; ++page) {
    if (page > 0) pages.page();
    pages.text(margin, 60, "A/75/574", PdfXml::small)
        .text(margin, 100, lines[0], PdfXml::body, full_width)
        .text(margin, 122, page == 0 ? "budget and the estimates;" : "report.");
    add_paragraph(pages, 600, page == 0 ? "4." : "9.");
    pages.text(margin, 1078, page == 0 ? "The Committee met." : "It rose.")
        .text(margin, 1100, lines[1], PdfXml::body, full_width)
        .text(margin, 1122, lines[2], PdfXml::body, full_width);
  }
  for (const std::string& block : blocks_in(pages))
    if (block.starts_with("furniture")) CHECK(block == "furniture: A/75/574");
}

TEST_CASE("narrow lines in small print that go on in lower case are one paragraph",
          "[document][pdf]") {
  PdfXml pages;
  for (int paragraph = 0; paragraph < 5; ++paragraph)
    add_paragraph(pages, 200 + 80 * paragraph, std::to_string(paragraph + 1) + ".");
  const Strings note{"Note: The amounts represent the total obligations that",
                     "were cancelled at the end of the period of 12 months",
                     "following the end of the budget period."};
  for (std::size_t line = 0; line < note.size(); ++line)
    pages.text(margin, 700 + 16 * static_cast<double>(line), note[line], PdfXml::small,
               line == 2 ? 200 : 270);
  CHECK(blocks_in(pages).back() == "paragraph: " + note[0] + " " + note[1] + " " + note[2]);
}

TEST_CASE("figures beside each other in an Arabic row keep their order",
          "[document][pdf][ar]") {
  PdfXml pages;
  pages.text(600, 300, "ةماعلا ةيعمجلا", PdfXml::body, 120)
      .text(400, 300, "442.5", PdfXml::body, 40)
      .text(440, 300, " ", PdfXml::body, 4)
      .text(444, 300, "100", PdfXml::body, 24);
  CHECK(lines_in(manuscript_of(pages)).front() == "الجمعية العامة");
  CHECK(lines_in(manuscript_of(pages)).back() == "100 442.5");
}

TEST_CASE("a masthead in Latin letters reads from the left in Arabic documents",
          "[document][pdf][ar]") {
  PdfXml pages;
  pages.text(100, 60, "A/75/6 (Sect. 13)", PdfXml::body, 130)
      .text(640, 100, "ةماعلا ةيعمجلا", PdfXml::large, 150)
      .text(100, 96, "Distr.: General", PdfXml::body, 100)
      .text(100, 114, "3 November 2020", PdfXml::body, 110)
      .text(640, 180, "نوعبسلاو ةسماخلا ةرودلا", PdfXml::body, 150)
      .text(300, 400, "ماعلا نيملأا ريرقتب املع طيحت ذإ", PdfXml::body, 400);
  const Document document = read(pages, languages::ar);
  CHECK(document_facts(document).symbol == "A/75/6 (Sect. 13)");
  const Strings blocks = blocks_in(pages, languages::ar);
  CHECK(holds(blocks, "masthead: Distr.: General"));
  CHECK(holds(blocks, "masthead: 3 November 2020"));
}

TEST_CASE("the last row of a table is one, alone overleaf", "[document][pdf]") {
  PdfXml pages;
  const auto add_row = [&](double top, const std::string& number) {
    pages.text(margin, top, "Mission support, phase " + number, PdfXml::body, 170)
        .text(margin + 300, top, "vehicles in use", PdfXml::body, 100)
        .text(margin + 450, top, number + "8.5", PdfXml::body, 40);
  };
  for (int row = 1; row <= 6; ++row)
    add_row(900 + 30 * row, std::to_string(row));
  pages.page();
  add_row(100, "9");
  pages.text(margin, 170, lines[0], PdfXml::body, full_width)
      .text(margin, 192, lines[2], PdfXml::body, full_width - 60);
  check_some_of(cells_in(read(pages, languages::en)), 21,
                {{18, "1.7.1 Mission support, phase 9"}, {20, "1.7.3 98.5"}});
}

TEST_CASE("rows that are numbered without points have cells of their own",
          "[document][pdf]") {
  PdfXml pages;
  for (int row = 1; row <= 4; ++row)
    pages.text(margin, 300 + 30 * row, std::to_string(row), PdfXml::body, 8)
        .text(margin + 40, 300 + 30 * row, "Purchase of vehicles", PdfXml::body, 150)
        .text(margin + 300, 300 + 30 * row, "3" + std::to_string(row) + ".5", PdfXml::body,
              40);
  check_some_of(cells_in(read(pages, languages::en)), 12,
                {{0, "1.1.1 1"}, {1, "1.1.2 Purchase of vehicles"}});
}

TEST_CASE("a table of words is none of text in columns, rows of as many lines each",
          "[document][pdf]") {
  PdfXml pages;
  for (int row = 0; row < 8; ++row) {
    const double top = 300 + 70 * row;
    pages.text(margin, top, std::to_string(row + 1), PdfXml::body, 8);
    for (int line = 0; line < 3; ++line)
      for (int column = 0; column < 3; ++column)
        if (line == 0 || column < 2)
          pages.text(margin + 40 + 190 * column, top + 20 * line,
                     line == 2 ? "vehicles" : "Provision of fuel for", PdfXml::body,
                     line == 2 ? 60 : 160);
  }
  check_some_of(cells_in(read(pages, languages::en)), 32,
                {{0, "1.1.1 1"},
                 {1, "1.1.2 Provision of fuel for Provision of fuel for vehicles"},
                 {3, "1.1.4 Provision of fuel for"}});
}

TEST_CASE("heads at the left of their columns are cells, figures at the right of them",
          "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 300, "Category", PdfXml::small, 50)
      .text(margin + 260, 300, "Expenditure", PdfXml::small, 66)
      .text(margin + 400, 300, "Percentage", PdfXml::small, 62);
  for (int row = 1; row <= 9; ++row)
    pages.text(margin, 300 + 30 * row, "Military contingents", PdfXml::body, 140)
        .text(margin + 315, 300 + 30 * row, "37 339." + std::to_string(row), PdfXml::body,
              60)
        .text(margin + 505, 300 + 30 * row, "20." + std::to_string(row), PdfXml::body, 30);
  check_some_of(cells_in(read(pages, languages::en)), 30,
                {{1, "1.1.2 Expenditure"}, {2, "1.1.3 Percentage"}});
}

}  // namespace hexapla::offices_test
