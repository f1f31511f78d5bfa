#include "document/cells.hpp"
#include "document/docx/read_docx.hpp"
#include "document/make_docx.hpp"
#include "document/manuscript_lines.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Manuscript manuscript_of(DocxFile file) {
  return manuscript_from_docx(file.bytes(), "A_75_1.docx");
}

bool is_left_out(const Manuscript& manuscript, std::string_view what) {
  return std::ranges::any_of(manuscript.left_out, [&](const Omission& left) {
    return left.what.find(what) != std::string::npos;
  });
}

std::string run_in(std::string_view font, std::string_view text) {
  return "<w:r><w:rPr><w:rFonts w:ascii=\"" + std::string(font) + "\"/></w:rPr><w:t>" +
         std::string(text) + "</w:t></w:r>";
}

std::string symbol(std::string_view font, std::string_view code) {
  return "<w:r><w:sym w:font=\"" + std::string(font) + "\" w:char=\"" + std::string(code) +
         "\"/></w:r>";
}

std::string cell(const Strings& paragraphs) {
  std::string xml = "<w:tc>";
  for (const std::string& text : paragraphs)
    xml += docx_paragraph(docx_run(text));
  return xml + "</w:tc>";
}

}  // namespace

TEST_CASE("signs of symbol fonts are characters, set by number or typed",
          "[document][docx]") {
  DocxFile file;
  file.body = "<w:p>" + docx_run("emissions ") + symbol("Symbol", "00A3") +
              docx_run(" 5 t ") + symbol("Wingdings", "F0E0") + docx_run(" ") +
              run_in("Symbol", "Dm") + docx_run(" b") + "</w:p>";
  CHECK(lines_in(manuscript_of(file)) == Strings{"emissions ≤ 5 t → Δμ b"});
}

TEST_CASE("a sign that is no character is left out and reported, and none is private",
          "[document][docx]") {
  DocxFile file;
  file.body =
      "<w:p>" + symbol("Wingdings 3", "F07D") + docx_run("Annex \xEF\x82\xB7 I") + "</w:p>";
  const Manuscript manuscript = manuscript_of(file);
  CHECK(lines_in(manuscript) == Strings{"Annex  I"});
  CHECK(is_left_out(manuscript, "font Wingdings 3"));
  CHECK(is_left_out(manuscript, "symbol font"));
}

TEST_CASE("an asterisk of the font Symbol can be a footnote's mark", "[document][docx]") {
  DocxFile file;
  file.body = "<w:p>" + docx_run("Rapport") +
              "<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/>"
              "<w:sym w:font=\"Symbol\" w:char=\"F02A\"/></w:r></w:p>";
  file.footnotes = "<w:footnote w:id=\"2\">" + docx_paragraph(docx_run("Nouveau tirage.")) +
                   "</w:footnote>";
  const Manuscript manuscript = manuscript_of(file);
  REQUIRE(manuscript.marks.size() == 1);
  CHECK(manuscript.marks.front().label == "∗");
}

TEST_CASE("text hidden by its style is left out and reported; a run can take it back",
          "[document][docx]") {
  DocxFile file;
  file.styles =
      "<w:style w:type=\"character\" "
      "w:styleId=\"Note\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Note2\"><w:basedOn "
      "w:val=\"Note\"/></w:style>"
      "<w:style w:type=\"paragraph\" "
      "w:styleId=\"Draft\"><w:rPr><w:vanish/></w:rPr></w:style>";
  const auto styled = [](std::string_view properties, std::string_view text) {
    return "<w:r><w:rPr>" + std::string(properties) +
           "</w:rPr><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
  };
  file.body =
      "<w:p>" + docx_run("Seen.") + styled("<w:rStyle w:val=\"Note2\"/>", " Hidden.") +
      styled("<w:rStyle w:val=\"Note\"/><w:vanish w:val=\"0\"/>", " Shown.") + "</w:p>" +
      docx_paragraph(docx_run("A whole draft."), "<w:pStyle w:val=\"Draft\"/>");
  const Manuscript manuscript = manuscript_of(file);
  CHECK(lines_in(manuscript) == Strings{"Seen. Shown."});
  CHECK(is_left_out(manuscript, "hidden text"));
}

TEST_CASE("a drop cap belongs to the word after it", "[document][docx]") {
  DocxFile file;
  file.body =
      docx_paragraph(docx_run("Л"), "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>") +
      docx_paragraph(docx_run("етом Комитет собрался.")) +
      docx_paragraph(docx_run("В рамке"), "<w:framePr w:w=\"2000\"/>") +
      docx_paragraph(docx_run("Далее."));
  CHECK(lines_in(manuscript_of(file)) ==
        Strings{"Летом Комитет собрался.", "В рамке", "Далее."});
}

TEST_CASE("cells of two paragraphs are a table's; a page laid out in one is not",
          "[document][docx]") {
  const auto kinds = [](const std::string& body) {
    DocxFile file;
    file.body = body;
    std::vector<bool> tables;
    for (const Line& line : manuscript_of(file).lines)
      tables.push_back(line.hint.kind == BlockKind::table);
    return tables;
  };
  CHECK(kinds("<w:tbl><w:tr>" + cell({"State"}) + cell({"Answer", "Date"}) +
              "</w:tr><w:tr>" + cell({"Chad"}) + cell({"Yes"}) + "</w:tr></w:tbl>") ==
        std::vector(5, true));
  CHECK(kinds("<w:tbl><w:tr>" + cell({"Dear Sir,", "I write to you.", "Yours"}) +
              "</w:tr></w:tbl>") == std::vector(3, false));
}

TEST_CASE("a row whose deletion was tracked is no row of its table", "[document][docx]") {
  const auto row = [](const std::string& properties, const Strings& cells) {
    std::string xml = "<w:tr>" + properties;
    for (const std::string& words : cells)
      xml += cell({words});
    return xml + "</w:tr>";
  };
  DocxFile file;
  file.body = "<w:tbl>" + row("", {"State", "Year"}) +
              "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:del w:id=\"2\"><w:r>"
              "<w:delText>France</w:delText></w:r></w:del></w:p></w:tc></w:tr>" +
              row("<w:trPr><w:ins w:id=\"3\"/></w:trPr>", {"Chile", "2001"}) + "</w:tbl>";
  CHECK(cells_in(document_from(manuscript_of(file), "t", languages::en)) ==
        Strings{"1.1.1 State", "1.1.2 Year", "1.2.1 Chile", "1.2.2 2001"});
}

TEST_CASE("rows that are one cell leave a table a table", "[document][docx]") {
  const std::string wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" +
                           docx_paragraph(docx_run("Military personnel")) +
                           "</w:tc></w:tr>";
  DocxFile file;
  file.body = "<w:tbl><w:tr>" + cell({"Category", "of personnel"}) + cell({"Number"}) +
              "</w:tr>" + wide + "<w:tr>" + cell({"Observers"}) + cell({"12"}) +
              "</w:tr></w:tbl>";
  CHECK(cells_in(document_from(manuscript_of(file), "t", languages::en)) ==
        Strings{"1.1.1 Category", "1.1.1 of personnel", "1.1.2 Number",
                "1.2.1 Military personnel", "1.3.1 Observers", "1.3.2 12"});
}

TEST_CASE("labelled lines below a line break of Word are items of their own",
          "[document][docx]") {
  DocxFile file;
  file.body = "<w:p>" + docx_run("Decides:") + "<w:r><w:br/></w:r>" +
              docx_run("(a) To meet;") + "<w:r><w:br/></w:r>" +
              docx_run("(b) To report in") + "<w:r><w:br/></w:r>" + docx_run("spring.") +
              "</w:p>";
  const Manuscript manuscript = manuscript_of(file);
  REQUIRE(manuscript.lines.size() == 4);
  CHECK_FALSE(manuscript.lines[1].hint.continues);
  CHECK_FALSE(manuscript.lines[2].hint.continues);
  CHECK(manuscript.lines[3].hint.continues);
}

TEST_CASE("the mark of a note that a converter wrote twice is there once",
          "[document][docx]") {
  DocxFile file;
  file.body = "<w:p>" + docx_run("Provisional agenda") +
              "<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/>"
              "<w:t>*</w:t></w:r></w:p>";
  file.footnotes = "<w:footnote w:id=\"2\">" +
                   docx_paragraph(docx_run("*") + docx_run("* A/75/150.")) +
                   "</w:footnote>";
  const Manuscript manuscript = manuscript_of(file);
  CHECK(lines_in(manuscript) == Strings{"Provisional agenda*", "* A/75/150."});
  CHECK(is_left_out(manuscript, "there twice"));
}

TEST_CASE("a typed mark that is in the text twice, as LibreOffice makes it of RTF, is one",
          "[document][docx]") {
  DocxFile file;
  file.body = "<w:p>" + docx_run("Provisional agenda") +
              "<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/>"
              "<w:t>*</w:t></w:r>" +
              docx_run("*") + docx_run(" of the session") + "</w:p>";
  file.footnotes =
      "<w:footnote w:id=\"2\">" + docx_paragraph(docx_run("* A/75/150.")) + "</w:footnote>";
  const Manuscript manuscript = manuscript_of(file);
  CHECK(lines_in(manuscript) ==
        Strings{"Provisional agenda* of the session", "* A/75/150."});
  CHECK(is_left_out(manuscript, "there twice"));
}

}  // namespace hexapla
