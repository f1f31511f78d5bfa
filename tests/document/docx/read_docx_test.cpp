#include "document/docx/read_docx.hpp"

#include "document/make_docx.hpp"
#include "document/manuscript_lines.hpp"
#include "text/error.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::string> lines_of_body(const std::string& body) {
  DocxFile file;
  file.body = body;
  return lines_in(manuscript_from_docx(file.bytes(), "A_75_1.docx"));
}

std::string list_item(std::string_view text, int level = 0, std::string_view list = "1") {
  return docx_paragraph(docx_run(text),
                        "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                            "\"/><w:numId w:val=\"" + std::string(list) + "\"/></w:numPr>");
}

}  // namespace

TEST_CASE("a paragraph split into runs comes in as one line", "[document][docx]") {
  CHECK(lines_of_body(docx_paragraph(docx_run("Совет Безопас") + docx_run("ности ") +
                                     docx_run("постановляет")) +
                      docx_paragraph(docx_run("安全理事会"))) ==
        Strings{"Совет Безопасности постановляет", "安全理事会"});
}

TEST_CASE("references, tabs, special hyphens and symbols become characters",
          "[document][docx]") {
  CHECK(lines_of_body("<w:p><w:r><w:t>Q&amp;A &#x2014; &lt;1&gt;</w:t><w:tab/><w:t>para"
                      "</w:t><w:noBreakHyphen/><w:t>2</w:t>"
                      "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r></w:p>") ==
        Strings{"Q&A — <1> para‑2≥"});
}

TEST_CASE("white space at the ends of a text is kept only where the file says so",
          "[document][docx]") {
  CHECK(lines_of_body("<w:p><w:r><w:t>one\n </w:t><w:t>two</w:t>"
                      "<w:t xml:space=\"preserve\"> three\nfour</w:t></w:r></w:p>") ==
        Strings{"onetwo three four"});
}

TEST_CASE("a line break starts a line of the same paragraph", "[document][docx]") {
  DocxFile file;
  file.body = docx_paragraph(docx_run("(Signé) Jeanne Dupont") + "<w:r><w:br/></w:r>" +
                             docx_run("Ambassadrice"));
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  REQUIRE(manuscript.lines.size() == 2);
  CHECK_FALSE(manuscript.lines[0].hint.continues);
  CHECK(manuscript.lines[1].hint.continues);
}

TEST_CASE("deleted text is left out and reported, inserted text is kept",
          "[document][docx]") {
  DocxFile file;
  file.body = docx_paragraph(docx_run("The Council ") +
                             "<w:del w:id=\"1\"><w:r><w:delText>condemns</w:delText>"
                             "</w:r></w:del><w:ins w:id=\"2\">" +
                             docx_run("deplores") + "</w:ins>" + docx_run(" the attack.") +
                             "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r>");
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  CHECK(lines_in(manuscript) == Strings{"The Council deplores the attack."});
  CHECK(left_out(manuscript) == Strings{"deleted text", "hidden text"});
  const std::string source = read_docx(file.bytes(), "t").source;
  CHECK(manuscript.left_out[0].source.of(source).find("condemns") != std::string::npos);
  CHECK(manuscript.left_out[1].source.of(source) == "Secret.");
}

TEST_CASE("paragraphs are one where the mark between them was deleted",
          "[document][docx]") {
  CHECK(lines_of_body(docx_paragraph(docx_run("The Assembly "),
                                     "<w:rPr><w:del w:id=\"1\"/></w:rPr>") +
                      docx_paragraph(docx_run("decides."))) ==
        Strings{"The Assembly decides."});
}

TEST_CASE("footnotes follow the body with their numbers, and their marks are known",
          "[document][docx]") {
  DocxFile file;
  file.body =
      docx_paragraph(docx_run("第一段。") + "<w:r><w:footnoteReference w:id=\"7\"/></w:r>" +
                     docx_run("第二句。") + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>");
  file.footnotes =
      "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p>"
      "</w:footnote><w:footnote w:id=\"3\"><w:p><w:r><w:footnoteRef/></w:r>" +
      docx_run("见 A/75/1。") +
      "</w:p></w:footnote><w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r>" +
      docx_run(" 同上。") + "</w:p><w:p>" + docx_run("第二段。") +
      "</w:p></w:footnote><w:footnote w:id=\"9\"><w:p>" + docx_run("没有标记") +
      "</w:p></w:footnote>";
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  CHECK(lines_in(manuscript) ==
        Strings{"第一段。1第二句。2", "1 同上。", "第二段。", "2 见 A/75/1。"});
  CHECK(left_out(manuscript) == Strings{"a note without a mark in the text"});
  const Document document = document_from(manuscript, "t", languages::zh);
  REQUIRE(document.marks.size() == 2);
  CHECK(document.marks[0].range.of(document.text) == "1");
  CHECK(document.marks[0].range.begin == std::string("第一段。").size());
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[1].kind == BlockKind::footnote);
  CHECK(document.blocks[1].label == "1");
  CHECK(document.blocks[1].range.of(document.text) == "1 同上。第二段。");
}

TEST_CASE("an author's own footnote mark is its label", "[document][docx]") {
  DocxFile file;
  file.body = docx_paragraph(
      docx_run("Report") +
      "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>");
  file.footnotes =
      "<w:footnote w:id=\"2\"><w:p>" + docx_run("* Reissued.") + "</w:p></w:footnote>";
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  CHECK(lines_in(manuscript) == Strings{"Report*", "* Reissued."});
  CHECK(manuscript.lines[1].hint.label == "*");
  REQUIRE(manuscript.marks.size() == 1);
  CHECK(manuscript.marks[0].label == "*");
}

TEST_CASE("endnotes have the numbers that the document asks for", "[document][docx]") {
  DocxFile file;
  file.body =
      docx_paragraph(docx_run("Texto.") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>") +
      "<w:sectPr><w:endnotePr><w:numFmt w:val=\"upperRoman\"/>"
      "<w:numStart w:val=\"4\"/></w:endnotePr></w:sectPr>";
  file.endnotes = "<w:endnote w:id=\"2\"><w:p><w:r><w:endnoteRef/></w:r>" +
                  docx_run("Véase A/75/1.") + "</w:p></w:endnote>";
  CHECK(lines_in(manuscript_from_docx(file.bytes(), "t")) ==
        Strings{"Texto.IV", "IV Véase A/75/1."});
}

TEST_CASE("lists print the numbers and bullets that Word prints", "[document][docx]") {
  DocxFile file;
  file.numbering = R"xml(
    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="5">
      <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="6">
      <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="6"/></w:num>)xml";
  file.body = list_item("Recalls") + list_item("first", 1) + list_item("second", 1) +
              list_item("deep", 2) + list_item("Decides") + list_item("again", 1) +
              list_item("Tenth", 0, "2") + list_item("point", 0, "3") +
              list_item("导言", 0, "4") + list_item("unknown", 0, "99") +
              list_item("none", 0, "0");
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  CHECK(lines_in(manuscript) ==
        Strings{"1. Recalls", "(a) first", "(b) second", "1.2.1 deep", "2. Decides",
                "(a) again", "10. Tenth", "• point", "一、导言", "unknown", "none"});
  CHECK(manuscript.lines[1].hint.label == "(a)");
}

TEST_CASE("headings are told by outline level and built-in name in any language",
          "[document][docx]") {
  DocxFile file;
  file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/>"
      "</w:style><w:style w:type=\"paragraph\" w:styleId=\"HCh\"><w:name w:val=\"_ H "
      "_Ch\"/>"
      "<w:basedOn w:val=\"Titre1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:basedOn "
      "w:val=\"loop\"/></w:style>";
  file.body = docx_paragraph(docx_run("Отчет"), "<w:pStyle w:val=\"a3\"/>") +
              docx_paragraph(docx_run("I. Introduction"), "<w:pStyle w:val=\"HCh\"/>") +
              docx_paragraph(docx_run("A. Mandat"), "<w:outlineLvl w:val=\"1\"/>") +
              docx_paragraph(docx_run("Texte."), "<w:pStyle w:val=\"loop\"/>") +
              docx_paragraph(docx_run("Corps."),
                             "<w:pStyle w:val=\"Titre1\"/><w:outlineLvl w:val=\"9\"/>");
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  REQUIRE(manuscript.lines.size() == 5);
  CHECK(manuscript.lines[0].hint.kind == BlockKind::title);
  CHECK(manuscript.lines[1].hint.kind == BlockKind::heading);
  CHECK(manuscript.lines[2].hint.kind == BlockKind::heading);
  CHECK_FALSE(manuscript.lines[3].hint.kind);
  CHECK_FALSE(manuscript.lines[4].hint.kind);
}

TEST_CASE("tables come cell by cell, and cells that lay out a page are no tables",
          "[document][docx]") {
  DocxFile file;
  const auto cell = [](const std::string& content) {
    return "<w:tc><w:tcPr/>" + content + "</w:tc>";
  };
  file.body = "<w:tbl><w:tr>" + cell(docx_paragraph(docx_run("الدولة"))) +
              cell(docx_paragraph(docx_run("العدد"))) + "</w:tr><w:tr>" +
              cell(docx_paragraph(docx_run("أذربيجان"))) + cell("<w:p/>") +
              "</w:tr></w:tbl>" + "<w:tbl><w:tr>" +
              cell(docx_paragraph(docx_run("One.")) + docx_paragraph(docx_run("Two."))) +
              "</w:tr></w:tbl>";
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  CHECK(lines_in(manuscript) == Strings{"الدولة", "العدد", "أذربيجان", "One.", "Two."});
  CHECK(manuscript.lines[2].hint.kind == BlockKind::table);
  CHECK_FALSE(manuscript.lines[3].hint.kind);
}

TEST_CASE("fields show their results, not their instructions", "[document][docx]") {
  CHECK(lines_of_body(
            "<w:p><w:r><w:t xml:space=\"preserve\">See page </w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF x"
            "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
            docx_run("12") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" +
            docx_run(".") +
            "</w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" +
            docx_paragraph(docx_run("Not lost."))) == Strings{"See page 12.", "Not lost."});
}

TEST_CASE("a text box follows its paragraph, once", "[document][docx]") {
  CHECK(lines_of_body("<w:p>" + docx_run("Before ") +
                      "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
                      docx_paragraph(docx_run("boxed")) +
                      "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
                      docx_paragraph(docx_run("boxed")) +
                      "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>" +
                      docx_run("after") + "</w:p>") == Strings{"Before after", "boxed"});
}

TEST_CASE("headers and footers are furniture, comments and pictures are reported",
          "[document][docx]") {
  DocxFile file;
  file.body =
      docx_paragraph(docx_run("Text.") + "<w:r><w:drawing><w:blip/></w:drawing></w:r>");
  file.header = docx_paragraph(docx_run("A/75/1"));
  file.footer = docx_paragraph(docx_run("20-12345"));
  file.comments = "<w:comment w:id=\"1\"><w:p>" + docx_run("check") + "</w:p></w:comment>";
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  CHECK(lines_in(manuscript) == Strings{"Text.", "A/75/1", "20-12345"});
  CHECK(manuscript.lines[1].hint.kind == BlockKind::furniture);
  CHECK(left_out(manuscript) == Strings{"a picture", "a comment"});
}

TEST_CASE("a DOCX from other programs with other prefixes and places is read",
          "[document][docx]") {
  const std::string bytes = zip_of(
      {{"_rels/.rels",
        "<Relationships><Relationship Type=\"http://x/officeDocument\" "
        "Target=\"/word/document2.xml\"/></Relationships>"},
       {"word/document2.xml",
        "<ns0:document xmlns:ns0=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
        "<ns0:body><ns0:p><ns0:r><ns0:t><![CDATA[1 < 2]]></ns0:t></ns0:r></ns0:p>"
        "</ns0:body></ns0:document>"}});
  CHECK(lines_in(manuscript_from_docx(bytes, "t")) == Strings{"1 < 2"});
}

}  // namespace hexapla
