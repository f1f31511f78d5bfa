#include "document/pdf/read_pdf.hpp"

#include "document/audit.hpp"
#include "document/cells.hpp"
#include "document/pdf/boxes.hpp"
#include "document/pdf_xml.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::read_pdf_test {
namespace {

Strings marks_in(const Manuscript& manuscript) {
  Strings marks;
  for (const FootnoteMark& mark : manuscript.marks)
    marks.push_back(mark.label + "@" + std::to_string(mark.range.begin));
  return marks;
}

std::string complaint(std::string_view xml) {
  try {
    (void)manuscript_from_pdf_xml(xml, "t.pdf");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

/// Lines of a column, each a little different.
void add_column(PdfXml& pages, double left, const std::string& name, int lines) {
  for (int i = 0; i < lines; ++i)
    pages.text(left, 100. + 24 * i, name + " " + std::to_string(i + 10) + " of the report",
               PdfXml::body, 300);
}

}  // namespace

TEST_CASE("lines of a PDF page say where they stand", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "The General Assembly decided on 12 October")
      .text(margin, 124, "to remain seized of the matter in the year to come.")
      .text(margin + 40, 172, "It recalled its resolution 73/3 of 10 October 2018.")
      .page()
      .text(margin, 100, "It took note of the report.");
  const Manuscript manuscript = manuscript_from_pdf_xml(pages.xml(), "t.pdf");
  REQUIRE(manuscript.lines.size() == 4);
  CHECK(manuscript.format == "pdf");
  CHECK(manuscript.lines[1].indent == 0);
  CHECK(manuscript.lines[1].blank_lines_before == 0);
  CHECK(manuscript.lines[2].indent == 5);
  CHECK(manuscript.lines[2].blank_lines_before == 1);
  CHECK(manuscript.lines[3].starts_page);
  CHECK(manuscript.lines[3].page == 2);
}

TEST_CASE("a box without any text between words is white space of no harm",
          "[document][pdf][error]") {
  PdfXml pages;
  pages.text(margin, 100, "General", PdfXml::body, 80)
      .text(margin + 75, 100, "", PdfXml::body, 100)
      .text(margin + 86, 100, "Assembly", PdfXml::body, 90);
  CHECK(manuscript_from_pdf_xml(pages.xml(), "t.pdf").text == "General Assembly\n");
}

TEST_CASE("source offsets lead to poppler's XML and say the page", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "Q&amp;A on the matter").page().text(margin, 100, "Ответ");
  const std::string xml = pages.xml();
  const Manuscript manuscript = manuscript_from_pdf_xml(xml, "t.pdf");
  CHECK(manuscript.source_size == xml.size());
  REQUIRE(manuscript.parts.size() == 2);
  CHECK(manuscript.parts[1] == Part{"page 2", xml.find("<page number=\"2\"")});
  const std::size_t at = manuscript.text.find("Ответ");
  const auto source = manuscript.origin.source_of({at, at + std::string("Ответ").size()});
  REQUIRE(source.size() == 1);
  CHECK(source[0].of(xml) == "Ответ");
  CHECK(source[0].begin > manuscript.parts[1].begin);
  CHECK(manuscript.origin.source_of({1, 2})[0].of(xml) == "&amp;");
}

TEST_CASE("running heads, page numbers and job numbers are furniture", "[document][pdf]") {
  PdfXml pages;
  const Strings words{"The Council met.", "The members spoke.", "The meeting rose."};
  for (int page = 0; page < 3; ++page) {
    if (page > 0) pages.page();
    pages.text(page % 2 == 0 ? margin : 500, 60, "A/RES/73/3", PdfXml::small)
        .text(margin, 200, words[static_cast<std::size_t>(page)])
        .text(page % 2 == 0 ? 650 : margin, 1200, std::to_string(page + 1) + "/3",
              PdfXml::small)
        .text(page % 2 == 0 ? margin : 650, 1200, "18-16895", PdfXml::small);
  }
  Strings body;
  Strings furniture;
  for (const std::string& line : told_lines_in(pages))
    (line.starts_with("furniture: ") ? furniture : body).push_back(line);
  CHECK(body == words);
  CHECK(furniture.size() == 9);
}

TEST_CASE("two columns are read one after the other", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 60, "A title across both of the columns of this page here",
             PdfXml::body, 640);
  add_column(pages, 100, "left", 8);
  add_column(pages, 470, "right", 8);
  check_some_of(told_lines_in(pages), 17,
                {{1, "left 10 of the report"},
                 {8, "left 17 of the report"},
                 {9, "right 10 of the report"}});
}

TEST_CASE("a last page with few lines has the columns of the page before",
          "[document][pdf]") {
  PdfXml pages;
  add_column(pages, 100, "left", 8);
  add_column(pages, 470, "right", 8);
  pages.page();
  add_column(pages, 100, "next", 2);
  add_column(pages, 470, "last", 2);
  check_some_of(told_lines_in(pages), 20,
                {{17, "next 11 of the report"}, {18, "last 10 of the report"}});
}

TEST_CASE("cells of a table are lines of their own, row by row", "[document][pdf]") {
  PdfXml pages;
  pages.text(100, 100, "State").text(400, 100, "Contribution");
  pages.text(100, 124, "Андорра").text(400, 124, "1 774");
  CHECK(told_lines_in(pages) ==
        Strings{"table: State", "table: Contribution", "table: Андорра", "table: 1 774"});
}

TEST_CASE("a list's number and its text are one line", "[document][pdf]") {
  PdfXml pages;
  pages.text(100, 100, "12.").text(170, 100, "Decides to remain seized of the matter.");
  CHECK(told_lines_in(pages) == Strings{"12. Decides to remain seized of the matter."});
}

TEST_CASE("hanging labels below each other are no column", "[document][pdf]") {
  PdfXml pages;
  Strings expected;
  for (int item = 0; item < 8; ++item) {
    const std::string label = "(" + std::string(1, static_cast<char>('a' + item)) + ")";
    pages.text(margin, 100. + 24 * item, label, PdfXml::body, 20)
        .text(margin + 60, 100. + 24 * item, "Measures on cooperation under article ten;");
    expected.push_back(label + " Measures on cooperation under article ten;");
  }
  CHECK(told_lines_in(pages) == expected);
}

TEST_CASE("raised marks and small labels at the foot make footnotes", "[document][pdf]") {
  PdfXml pages;
  pages.marked(margin, 100, "It recalled the 2030 Agenda,", "1", "and took note")
      .text(margin, 124, "of the report of the Secretary-General.")
      .note(margin, 1000, "1", "Resolution 70/1.")
      .page()
      .text(margin, 100, "It decided to meet again.");
  const Manuscript manuscript = manuscript_from_pdf_xml(pages.xml(), "t.pdf");
  CHECK(told_lines_in(manuscript) == Strings{"It recalled the 2030 Agenda,1 and took note",
                                             "of the report of the Secretary-General.",
                                             "It decided to meet again.",
                                             "footnote1: 1 Resolution 70/1."});
  CHECK(marks_in(manuscript) == Strings{"1@28"});
}

TEST_CASE("a small table at a page's foot and a cubic metre make no notes",
          "[document][pdf]") {
  PdfXml pages;
  pages.marked(margin, 100, "The reservoir holds 2,050 m", "3", "of water.")
      .text(margin, 1000, "1 July 2024", PdfXml::small)
      .text(margin + 300, 1000, "190", PdfXml::small)
      .text(margin, 1020, "1 October 2024", PdfXml::small)
      .text(margin + 300, 1020, "187", PdfXml::small)
      .page()
      .text(margin, 100, "3 lower station");
  const Manuscript manuscript = manuscript_from_pdf_xml(pages.xml(), "t.pdf");
  CHECK(told_lines_in(manuscript) ==
        Strings{"The reservoir holds 2,050 m3 of water.", "table: 1 July 2024",
                "table: 190", "table: 1 October 2024", "table: 187", "3 lower station"});
  CHECK(manuscript.marks.empty());
}

TEST_CASE("a table overleaf in small letters is no rest of a note", "[document][pdf]") {
  PdfXml pages;
  pages
      .marked(margin, 100, "The variances are explained below,", "1",
              "as they were in the year before.")
      .text(margin, 1000, "__________________")
      .note(margin, 1020, "1", "In thousands of dollars.")
      .page()
      .text(margin, 100, "The variances are these, by the categories of the budget:")
      .text(margin, 1000, "Description", PdfXml::small)
      .text(margin + 300, 1000, "Amount", PdfXml::small)
      .text(margin, 1020, "Cash assets", PdfXml::small)
      .text(margin + 300, 1020, "1 774", PdfXml::small);
  CHECK(told_lines_in(pages) ==
        Strings{"The variances are explained below,1 as they were in the year before.",
                "The variances are these, by the categories of the budget:",
                "table: Description", "table: Amount", "table: Cash assets", "table: 1 774",
                "footnote1: 1 In thousands of dollars.", "furniture: __________________"});
}

TEST_CASE("a footnote goes on overleaf", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "The Council recalled its statement,", PdfXml::body, 280)
      .text(margin + 280, 98, "1", PdfXml::mark)
      .text(margin, 124, "and the one before it, which it quoted in full here.")
      .text(margin, 1000, "__________________")
      .note(margin, 1020, "1", "The statement says that the")
      .page()
      .text(margin, 100, "The Council then rose, having had no time for more.")
      .text(margin, 1000, "__________________")
      .text(margin, 1022, "members of the Council concur.", PdfXml::small);
  const Document document =
      document_from(manuscript_from_pdf_xml(pages.xml(), "t.pdf"), "t.pdf", languages::en);
  Strings notes;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::footnote)
      notes.push_back(block.label + "|" + std::string(block.range.of(document.text)));
  CHECK(notes == Strings{"1|1 The statement says that the members of the Council concur."});
}

TEST_CASE("a label that a link sets off is one without any space", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "The Council recalled its statement of 9 May.", PdfXml::body, 350)
      .text(margin + 350, 98, "<a href=\"t.html#1\">1</a>", PdfXml::mark, 5)
      .text(margin, 1000, "<a href=\"t.html#1\">1</a>See resolution 73/3.", PdfXml::small);
  CHECK(told_lines_in(pages) == Strings{"The Council recalled its statement of 9 May.1",
                                        "footnote1: 1 See resolution 73/3."});
}

TEST_CASE("Arabic is read from right to left, its numbers and Latin words are not",
          "[document][pdf][ar]") {
  PdfXml pages;
  pages.text(200, 100, ".(A/75/574-S/2020/1083) ربوتكأ/لوألا نيرشت 17", PdfXml::body, 500)
      .text(200, 124, "ﻦﻣﻷا ﺲﻠﺠﻣ ررﻗ", PdfXml::body, 500)
      .text(200, 148, "اﺻﺎﺧ الزنم 1 774", PdfXml::body, 500);
  CHECK(told_lines_in(pages) == Strings{"17 تشرين الأول/أكتوبر (A/75/574-S/2020/1083).",
                                        "قرر مجلس الأمن", "1\u00A0774 منزلا خاصا"});
}

TEST_CASE("a slash from another font goes into the gap that was left for it",
          "[document][pdf][ar]") {
  // The gap has no glyph, which the second reading shows.
  PdfXml words;
  words.text(200, 100, "ربمتبس لوليأ", PdfXml::body, 100)
      .text(254, 100, "/", PdfXml::body, 6);
  PdfXml glyphs;
  glyphs.text(200, 100, "ر ب م ت ب س ل و ل ي أ", PdfXml::body, 100)
      .text(254, 100, "/", PdfXml::body, 6);
  CHECK(lines_in(manuscript_from_pdf_xml(words.xml(), "t.pdf", glyphs.xml())) ==
        Strings{"أيلول/سبتمبر"});
}

TEST_CASE("Chinese radicals are the characters that they show", "[document][pdf][zh]") {
  PdfXml pages;
  pages.text(margin, 100, "第七⼗五届⼤会，秘书⻓于 10 ⽉提出报告", PdfXml::body, 300);
  CHECK(told_lines_in(pages) == Strings{"第七十五届大会，秘书长于 10 月提出报告"});
}

TEST_CASE("ligatures are letters", "[document][pdf][fr]") {
  PdfXml pages;
  pages.text(margin, 100, "Le conﬂit eﬀectif a pris ﬁn.");
  CHECK(told_lines_in(pages) == Strings{"Le conflit effectif a pris fin."});
}

TEST_CASE("gaps without a glyph inside words are no spaces", "[document][pdf]") {
  PdfXml words;
  words.text(margin, 100, "in the fight against the progres s of a disease", PdfXml::body,
             380);
  PdfXml glyphs;
  std::string spread;
  for (const char letter :
       std::string_view("in the fight against the progress of a disease"))
    spread += std::string(spread.empty() ? "" : " ") + letter;
  glyphs.text(margin, 100, spread, PdfXml::body, 380);
  CHECK(lines_in(manuscript_from_pdf_xml(words.xml(), "t.pdf", glyphs.xml())) ==
        Strings{"in the fight against the progress of a disease"});
}

TEST_CASE("larger letters and bold ones are headings, in one block when wrapped",
          "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "Political declaration of the", PdfXml::large)
      .text(margin, 130, "high-level meeting", PdfXml::large)
      .text(margin, 200, "We, Heads of State and Government, met at Headquarters.")
      .text(margin, 250, "<b>Introduction</b>", PdfXml::body, 100)
      .text(margin, 300, "The meeting was held on 26 September 2018 in New York.");
  CHECK(told_lines_in(pages) ==
        Strings{"heading: Political declaration of the", "heading: high-level meeting",
                "We, Heads of State and Government, met at Headquarters.",
                "heading: Introduction",
                "The meeting was held on 26 September 2018 in New York."});
}

TEST_CASE("a page without text is reported, a file without any refused",
          "[document][pdf][error]") {
  PdfXml pages;
  pages.text(margin, 100, "Words").page();
  const Manuscript manuscript = manuscript_from_pdf_xml(pages.xml(), "t.pdf");
  REQUIRE(manuscript.left_out.size() == 1);
  CHECK(manuscript.left_out[0].what == "page 2, which is blank or a picture");
  CHECK_FALSE(pdf_xml_has_text(PdfXml().xml()));
  CHECK(complaint(PdfXml().xml()) ==
        "t.pdf: there is no text in it: its pages seem to be pictures; have the text "
        "recognised, with --ocr or with ocrmypdf");
}

TEST_CASE("fonts that don't say their letters are refused", "[document][pdf][error]") {
  PdfXml pages;
  pages.text(margin, 100, "\uFFFD\uFFFD\uFFFD\uFFFD words");
  CHECK_THAT(complaint(pages.xml()), Catch::Matchers::Contains("--force-ocr"));
}

TEST_CASE("XML that isn't what it should be is read or refused in words",
          "[document][pdf][error]") {
  CHECK_THAT(complaint("<page><text>\xFF</text></page>"),
             Catch::Matchers::Contains("byte 12"));
  // Without numbers, or with wild ones, there still are the words.
  CHECK(lines_in(manuscript_from_pdf_xml(
            "<text>none</text><page height=\"nan\" width=\"-1e999\"><text top=\"1e400\" "
            "left=\"x\" height=\"-3\">Слово</text><text>last",
            "t.pdf")) == Strings{"Словоlast"});
  std::string deep = "<page><text top=\"1\" left=\"1\" width=\"9\" height=\"9\">";
  for (int i = 0; i < 100'000; ++i)
    deep += "<b>";
  CHECK(lines_in(manuscript_from_pdf_xml(deep + "Words", "t.pdf")) == Strings{"Words"});
}

TEST_CASE("more pages and pieces than a document has are refused",
          "[document][pdf][error]") {
  std::string xml;
  for (std::size_t i = 0; i <= most_pdf_pages; ++i)
    xml += "<page>";
  CHECK_THAT(complaint(xml), Catch::Matchers::Contains("more than 20000 pages"));
  xml = "<page>";
  for (std::size_t i = 0; i <= most_pdf_boxes; ++i)
    xml += "<text>a</text>";
  CHECK_THAT(complaint(xml), Catch::Matchers::Contains("pieces of text on page 1"));
}

TEST_CASE("nothing of a page is lost", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 60, "A/75/574")
      .text(margin, 100, "Le «&#160;conﬂit&#160;» &lt;armé&gt;, de 2020,", PdfXml::body,
            300)
      .text(margin + 300, 98, "1", PdfXml::mark)
      .text(margin, 124, "   ")
      .note(margin, 1000, "1", "Résolution 70/1.")
      .page()
      .text(margin, 60, "A/75/574")
      .text(margin, 200, "ررق ⽉ 12");
  const std::string xml = pages.xml();
  const Document document =
      document_from(manuscript_from_pdf_xml(xml, "t.pdf"), "t.pdf", languages::fr);
  const Audit result = audit(document, xml);
  CHECK(result.unaccounted.empty());
  CHECK(result.footnotes > 0);
  CHECK(result.furniture == 2 * std::string("A/75/574").size());
}

TEST_CASE("an entry of contents is one line with its page number", "[document][pdf]") {
  PdfXml pages;
  pages.text(margin, 100, "I.", PdfXml::body, 10)
      .text(margin + 40, 100, "Introduction . . . . . . . . . . . ", PdfXml::body, 450)
      .text(margin + 520, 100, "3", PdfXml::body, 8)
      .text(margin, 124, "II.", PdfXml::body, 14)
      .text(margin + 40, 124, "Resource performance", PdfXml::body, 150)
      .text(margin + 220, 124, ". . . . . . . . ", PdfXml::body, 270)
      .text(margin + 512, 124, "19", PdfXml::body, 16);
  CHECK(told_lines_in(pages) == Strings{"I. Introduction . . . . . . . . . . . 3",
                                        "II. Resource performance . . . . . . . . 19"});
}

}  // namespace hexapla::read_pdf_test
