#include "document/check_left_out.hpp"
#include "document/docx/read_docx.hpp"
#include "document/make_docx.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("each copied byte stands in the part that the source map names",
          "[document][docx]") {
  DocxFile file;
  file.body = docx_paragraph(docx_run("Генеральная & Ассамблея") +
                             "<w:r><w:footnoteReference w:id=\"2\"/></w:r>");
  file.footnotes =
      "<w:footnote w:id=\"2\"><w:p>" + docx_run("См. документ.") + "</w:p></w:footnote>";
  const Manuscript manuscript = manuscript_from_docx(file.bytes(), "t");
  REQUIRE(manuscript.parts.size() == 2);
  CHECK(manuscript.parts[1].name == "word/footnotes.xml");
  const std::string source = read_docx(file.bytes(), "t").source;
  std::size_t copied = 0;
  for (const SourceMap::Run& run : manuscript.origin.runs()) {
    if (!run.copied) continue;
    copied += run.text_size;
    CHECK(manuscript.text.substr(run.text_begin, run.text_size) ==
          source.substr(run.source_begin, run.source_size));
  }
  CHECK(copied == std::string("Генеральная  АссамблеяСм. документ.").size());
  const auto ampersand = manuscript.origin.source_of({23, 24});
  REQUIRE(ampersand.size() == 1);
  CHECK(ampersand[0].of(source) == "&amp;");
}

TEST_CASE("every word of a DOCX is kept or reported", "[document][docx]") {
  DocxFile file;
  file.body =
      docx_paragraph(
          docx_run("Le Conseil & ") + "<w:r><w:t> &#160; </w:t></w:r>" +
          "<w:del><w:r><w:delText>non</w:delText></w:r></w:del>" +
          "<w:r><w:footnoteReference w:id=\"2\"/><w:t><![CDATA[décide]]></w:t></w:r>") +
      docx_paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>") +
      "<w:tbl><w:tr><w:tc>" + docx_paragraph(docx_run("cellule")) +
      "</w:tc></w:tr></w:tbl>";
  file.footnotes = "<w:footnote w:id=\"2\"><w:p>" + docx_run("Voir.") +
                   "</w:p></w:footnote><w:footnote w:id=\"3\"><w:p>" +
                   docx_run("Orpheline.") + "</w:p></w:footnote>";
  file.header = docx_paragraph(docx_run("A/75/1"));
  file.comments =
      "<w:comment w:id=\"1\"><w:p>" + docx_run("vérifier") + "</w:p></w:comment>";
  const std::string bytes = file.bytes();
  const std::string source = read_docx(bytes, "t").source;
  check_left_out(document_from(manuscript_from_docx(bytes, "t"), "t", languages::fr),
                 source, "A/75/1", "caché");
}

}  // namespace hexapla
