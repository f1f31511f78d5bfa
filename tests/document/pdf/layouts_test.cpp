// Ways in which documents of the United Nations are set in one language or another, or by
// one program or another.
#include "document/cells.hpp"
#include "document/pdf_xml.hpp"
#include "text/code_point.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

constexpr double line_pitch = 22;
constexpr double right_edge = 740;

/// Arabic letters as poppler finds them, from left to right.
std::string seen(std::string_view words) {
  std::string backwards;
  for (std::size_t at = words.size(); at > 0;)
    append_code_point(backwards, previous_code_point(words, at));
  return backwards;
}

/// A line of Arabic that ends at `right`.
void add_arabic(PdfXml& pages, double right, double top, std::string_view words,
                double width, int size = PdfXml::body) {
  pages.text(right - width, top, seen(words), size, width);
}

/// The mark or the label (1), each sign in a piece of its own, as LibreOffice sets it.
void add_bracketed(PdfXml& pages, double right, double top, std::string_view number) {
  pages.text(right - 4, top, "(", PdfXml::mark, 4)
      .text(right - 10, top, number, PdfXml::mark, 6)
      .text(right - 14, top, ")", PdfXml::mark, 4);
}

Strings blocks_of_kind(const PdfXml& pages, std::string_view kind) {
  Strings blocks;
  for (const std::string& block : blocks_in(pages))
    if (block.starts_with(kind)) blocks.push_back(block);
  return blocks;
}

const Strings operative{
    "Requests the Secretary-General to submit to the General Assembly at its next",
    "session a report on the implementation of the present resolution, including the",
    "views of Member States on ways and means of strengthening cooperation;"};

void add_paragraph(PdfXml& pages, double top, const std::string& number) {
  pages.text(margin + 40, top, number + ".", PdfXml::body, 14)
      .text(margin + 80, top, operative[0], PdfXml::body, full_width - 80)
      .text(margin, top + line_pitch, operative[1], PdfXml::body, full_width)
      .text(margin, top + 2 * line_pitch, operative[2], PdfXml::body, 490);
}

}  // namespace

TEST_CASE("marks of Arabic footnotes stand in brackets", "[document][pdf][ar]") {
  PdfXml pages;
  add_arabic(pages, right_edge, 100, "إذ تشير إلى قرارها السابق بشأن هذه المسألة", 400);
  add_bracketed(pages, right_edge - 400, 98, "1");
  add_arabic(pages, right_edge, 122, "وإذ تحيط علما بتقرير الأمين العام عن المسألة", 400);
  add_bracketed(pages, right_edge, 1020, "1");
  add_arabic(pages, right_edge - 16, 1022, "القرار السابق", 80, PdfXml::small);
  const Manuscript manuscript = manuscript_of(pages);
  CHECK(told_lines_in(manuscript) ==
        Strings{"إذ تشير إلى قرارها السابق بشأن هذه المسألة(1)",
                "وإذ تحيط علما بتقرير الأمين العام عن المسألة",
                "footnote1: (1) القرار السابق"});
  REQUIRE(manuscript.marks.size() == 1);
  CHECK(manuscript.marks.front().range.of(manuscript.text) == "(1)");
  CHECK(manuscript.marks.front().label == "1");
}

TEST_CASE("strokes that make Arabic words longer are no part of them",
          "[document][pdf][ar]") {
  const auto stroke = GENERATE("3", ":", "C", "ـ");
  PdfXml pages;
  for (int line = 0; line < 6; ++line)
    add_arabic(pages, right_edge, 100 + line_pitch * line,
               "الجمع" + std::string(stroke) + stroke + "ية العا" + stroke + "مة تق" +
                   stroke + "رر في 3 تشرين الأول/أكتوبر",
               500);
  const Manuscript manuscript = manuscript_of(pages);
  CHECK(lines_in(manuscript).front() == "الجمعية العامة تقرر في 3 تشرين الأول/أكتوبر");
  CHECK(left_out(manuscript).front() == "strokes that make Arabic words longer");
}

TEST_CASE("a mark that begins its line has its note", "[document][pdf]") {
  PdfXml pages;
  pages
      .text(margin, 100, "The Committee took note of the report on the matter,",
            PdfXml::body, full_width)
      .text(margin, 120, "1", PdfXml::mark, 6)
      .text(margin + 8, 122, "which it discussed.")
      .note(margin, 1020, "1", "A/80/237.");
  CHECK(told_lines_in(pages) ==
        Strings{"The Committee took note of the report on the matter,",
                "1 which it discussed.", "footnote1: 1 A/80/237."});
}

TEST_CASE("the numbers of the lines of notes are no part of them", "[document][pdf]") {
  PdfXml pages;
  int number = 0;
  for (int paragraph = 0; paragraph < 9; ++paragraph) {
    add_paragraph(pages, 100 + 80 * paragraph, std::to_string(paragraph + 1));
    for (int line = 0; line < 3; ++line)
      if (++number % 5 == 0)
        pages.text(number > 9 ? 68 : 74, 102 + 80 * paragraph + line_pitch * line,
                   std::to_string(number), PdfXml::small);
  }
  pages.text(margin + 490, 98 + 2 * line_pitch, "1", PdfXml::mark, 6)
      .note(margin, 1060, "1", "See A/80/237, where the figures are explained.")
      .text(74, 1062, "5", PdfXml::small);
  CHECK(blocks_of_kind(pages, "footnote") ==
        Strings{"footnote: 1 See A/80/237, where the figures are explained."});
}

TEST_CASE("words may touch a first page's job number", "[document][pdf][zh]") {
  PdfXml pages;
  pages.text(margin, 300, "大会注意到秘书长的报告。", PdfXml::body, 300)
      .text(90, 1130, "20-14520 (C) 031120 041120请回收", PdfXml::small, 300);
  CHECK(told_lines_in(pages) ==
        Strings{"大会注意到秘书长的报告。", "furniture: 20-14520 (C) 031120 041120请回收"});
}

TEST_CASE("a head may begin with the symbol of the masthead", "[document][pdf][zh]") {
  PdfXml pages;
  pages.text(600, 60, "A/RES/75/3")
      .text(margin, 400, "大会回顾其以往各项决议，", PdfXml::body, 300)
      .page()
      .text(90, 60, "A/RES/75/3 流离失所者的处境", PdfXml::small, 220)
      .text(margin, 100, "注意到秘书长的报告。", PdfXml::body, 300);
  const Strings lines = told_lines_in(pages);
  CHECK(lines.back() == "furniture: A/RES/75/3 流离失所者的处境");
}

TEST_CASE("numbered paragraphs that begin alike at the head of pages are text",
          "[document][pdf]") {
  PdfXml pages;
  for (const std::string number : {"3", "9"}) {
    if (number == "9") pages.page();
    add_paragraph(pages, 90, number);
    add_paragraph(pages, 190, std::to_string(std::stoi(number) + 1));
  }
  CHECK(blocks_of_kind(pages, "furniture").empty());
}

TEST_CASE("an item at the head of a page begins a block", "[document][pdf]") {
  PdfXml pages;
  for (int paragraph = 0; paragraph < 5; ++paragraph) {
    const double top = 400 + 100 * paragraph;
    pages.text(margin, top, std::to_string(paragraph + 1) + ".", PdfXml::body, 14)
        .text(margin + 40, top, operative[0], PdfXml::body, full_width - 40)
        .text(margin, top + line_pitch, operative[1], PdfXml::body, full_width)
        .text(margin, top + 2 * line_pitch, operative[2], PdfXml::body, 490);
  }
  pages.page()
      .text(margin, 100, "(a)", PdfXml::body, 18)
      .text(margin + 40, 100, "To continue to keep the matter under review in the light of",
            PdfXml::body, full_width - 40)
      .text(margin + 40, 100 + line_pitch, "all the views that are received;", PdfXml::body,
            220);
  const Strings blocks = blocks_in(pages);
  CHECK(blocks.back() ==
        "list_item: (a) To continue to keep the matter under review in the light of all "
        "the views that are received;");
}

TEST_CASE("the lines of an item are one block, set in like its label or deeper",
          "[document][pdf]") {
  const auto deeper = GENERATE(0., 35.);
  PdfXml pages;
  for (int paragraph = 0; paragraph < 6; ++paragraph)
    add_paragraph(pages, 100 + 80 * paragraph, std::to_string(paragraph + 1));
  const Strings item{
      "(e) Aid policymakers in supporting small and medium-sized enterprises,",
      "leading dialogues and engaging in consensus-building and in decision",
      "Processes that foster the competitiveness of trade;"};
  for (std::size_t line = 0; line < item.size(); ++line)
    pages.text(line == 0 ? margin + 50 : margin + 50 + deeper,
               600 + line_pitch * static_cast<double>(line), item[line], PdfXml::body,
               line < 2 ? full_width - 50 - (line == 0 ? 0 : deeper) : 400);
  CHECK(blocks_in(pages).back() == "list_item: " + item[0] + " " + item[1] + " " + item[2]);
}

TEST_CASE("two short lines below each other are two blocks", "[document][pdf]") {
  PdfXml pages;
  for (int paragraph = 0; paragraph < 5; ++paragraph)
    add_paragraph(pages, 100 + 100 * paragraph, std::to_string(paragraph + 1));
  pages.text(570, 640, "18th plenary meeting", PdfXml::body, 140)
      .text(590, 640 + line_pitch, "18 November 2020", PdfXml::body, 120);
  const Strings blocks = blocks_in(pages);
  REQUIRE(blocks.size() == 7);
  CHECK(blocks[5].ends_with("18th plenary meeting"));
  CHECK(blocks[6].ends_with("18 November 2020"));
}

TEST_CASE("a masthead above two columns is no part of them", "[document][pdf]") {
  PdfXml pages;
  pages.text(90, 60, "United Nations", PdfXml::body, 110)
      .text(620, 60, "A/75/PV.3", PdfXml::body, 80)
      .text(90, 100, "General Assembly", PdfXml::body, 130)
      .text(500, 100, "Official Records", PdfXml::body, 120)
      .text(90, 130, "Seventy-fifth session", PdfXml::body, 150);
  for (int line = 0; line < 12; ++line)
    pages
        .text(90, 300 + line_pitch * line,
              "left line of the meeting " + std::to_string(line), PdfXml::body, 340)
        .text(470, 300 + line_pitch * line,
              "right line of the meeting " + std::to_string(line), PdfXml::body, 340);
  const Strings lines = lines_in(manuscript_of(pages));
  const auto symbol = std::ranges::find(lines, "A/75/PV.3");
  const auto last_left = std::ranges::find(lines, "left line of the meeting 11");
  REQUIRE(last_left != lines.end());
  CHECK(symbol < last_left);
  CHECK(*std::next(last_left) == "right line of the meeting 0");
}

TEST_CASE("a justified line of few long words is one line", "[document][pdf][ru]") {
  PdfXml pages;
  pages.text(margin, 100, "Генеральная Ассамблея отмечает, что второй по величине город",
             PdfXml::body, full_width);
  double left = margin;
  for (const std::string_view word :
       {"Азербайджана", "вновь", "подверглась", "нападению"}) {
    pages.text(left, 122, word, PdfXml::body, 101);
    left += 101 + 52;
  }
  pages.text(margin, 144, "с применением баллистических ракет.", PdfXml::body, 300);
  CHECK(lines_in(manuscript_of(pages))[1] == "Азербайджана вновь подверглась нападению");
}

TEST_CASE("cells that begin exactly below each other need little room between them",
          "[document][pdf]") {
  PdfXml pages;
  const Strings labels{"Missions", "Offices", "Centres", "Agencies"};
  for (std::size_t row = 0; row < labels.size(); ++row) {
    const double top = 100 + 26 * static_cast<double>(row);
    pages.text(margin, top, labels[row], PdfXml::body, 70)
        .text(margin + 200, top, std::to_string(row + 1) + "5.0", PdfXml::body, 30)
        .text(margin + 242, top, "On " + labels[row], PdfXml::body, 90);
  }
  check_some_of(cells_in(document_from(manuscript_of(pages), "t", languages::en)), 12,
                {{1, "1.1.2 15.0"}, {2, "1.1.3 On Missions"}});
}

TEST_CASE("a note below a table is no part of its last row", "[document][pdf]") {
  PdfXml pages;
  for (int row = 0; row < 3; ++row) {
    const double top = 100 + 26 * row;
    pages.text(margin, top, "Posts of the mission", PdfXml::body, 150)
        .text(margin + 300, top, std::to_string(row + 14), PdfXml::body, 16)
        .text(margin + 400, top, std::to_string(row + 31), PdfXml::body, 16);
  }
  pages.text(margin, 174, "a", PdfXml::mark, 5)
      .text(margin + 8, 175, "Funded under general assistance.", PdfXml::small, 150);
  check_some_of(cells_in(document_from(manuscript_of(pages), "t", languages::en)), 9,
                {{6, "1.3.1 Posts of the mission"}});
}

TEST_CASE("tables with one head on two pages are two where text is between",
          "[document][pdf]") {
  PdfXml pages;
  for (int table = 0; table < 2; ++table) {
    if (table > 0) pages.page();
    pages.text(margin, 300, "The resources of the mission are shown in the table below.",
               PdfXml::body, full_width);
    const std::vector<Strings> rows{{"Category", "Approved", "Actual"},
                                    {"International staff", "264", "187"},
                                    {"National staff", "193", "144"}};
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
        pages.text(margin + 220 * static_cast<double>(cell),
                   360 + 26 * static_cast<double>(row), rows[row][cell]);
  }
  CHECK(blocks_of_kind(pages, "furniture").empty());
  CHECK(blocks_of_kind(pages, "table").size() == 18);
}

TEST_CASE("signs of symbol fonts are characters", "[document][pdf]") {
  PdfXml pages;
  pages.font(40, "ABCDEF+SymbolMT")
      .text(margin, 100, "Emissions of 5 t", PdfXml::body, 150)
      .text(margin + 156, 100, "\xEF\x82\xA3", 40, 10)
      .text(margin + 178, 100, "6 t in all of the States", PdfXml::body, 200);
  CHECK(lines_in(manuscript_of(pages)) ==
        Strings{"Emissions of 5 t ≤ 6 t in all of the States"});
}

TEST_CASE("a note in letters as large as the text ends with the page of its mark",
          "[document][pdf]") {
  PdfXml pages;
  pages.marked(margin, 100, "The Assembly took note", "1", "of the report.")
      .text(margin, 1000, "1 A/75/150.")
      .page()
      .text(margin, 100, "It decided to remain seized of the matter.");
  CHECK(blocks_in(pages) == Strings{"paragraph: The Assembly took note1 of the report.",
                                    "paragraph: It decided to remain seized of the matter.",
                                    "footnote: 1 A/75/150."});
}

TEST_CASE("asterisks of notes end below each other and begin ever farther out",
          "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "Items 138 and 139 of the preliminary list*")
      .text(margin, 130, "Proposed programme budget**")
      .text(margin, 160, "Programme performance***")
      .text(margin, 1000, "__________________", PdfXml::small)
      .text(margin + 14, 1020, "* Reissued for technical reasons.", PdfXml::small)
      .text(margin + 7, 1040, "** A/81/50.", PdfXml::small)
      .text(margin, 1060, "*** In keeping with resolution 77/267.", PdfXml::small);
  CHECK(blocks_of_kind(pages, "footnote") ==
        Strings{"footnote: * Reissued for technical reasons.", "footnote: ** A/81/50.",
                "footnote: *** In keeping with resolution 77/267."});
}

TEST_CASE("documents beside their titles are a table of however few lines",
          "[document][pdf][tables]") {
  PdfXml pages;
  pages.text(margin, 100, "General Assembly resolutions", PdfXml::large)
      .text(margin, 150, "174 (II)", PdfXml::body, 60)
      .text(margin + 120, 150, "Establishment of an International Law", PdfXml::body, 260)
      .text(margin + 120, 168, "Commission", PdfXml::body, 90)
      .text(margin, 260, "It also has the mandates of other bodies.");
  const Document document = document_from(manuscript_of(pages), "t", languages::en);
  CHECK(
      cells_in(document) ==
      Strings{"1.1.1 174 (II)", "1.1.2 Establishment of an International Law Commission"});
}

TEST_CASE("a decision of one year is no page mark of another", "[document][pdf]") {
  PdfXml pages;
  for (int page = 1; page < 27; ++page)
    pages.text(margin, 600, "Nothing else is on this page.").page();
  pages.text(margin, 600, "Mandates of the Economic Commission for Europe")
      .text(margin, 1100, "2025/27");
  const Strings furniture = blocks_of_kind(pages, "furniture");
  CHECK(std::ranges::find(furniture, "furniture: 2025/27") == furniture.end());
}

}  // namespace hexapla
