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

}  // namespace hexapla
