#include "document/docx/package.hpp"
#include "document/docx/read_docx.hpp"
#include "document/make_docx.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::read_docx_limits_test {
namespace {

std::string refusal(const std::string& bytes) {
  try {
    (void)manuscript_from_docx(bytes, "A_75_1.docx");
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

std::string with_document(const std::string& xml) {
  return zip_of({{"word/document.xml", xml}});
}

}  // namespace

TEST_CASE("a ZIP archive without a document in it is no DOCX", "[document][docx][error]") {
  CHECK_THAT(
      refusal(zip_of({{"xl/workbook.xml", "<x/>"}})),
      Catch::Contains("not a DOCX") && Catch::Contains("save the document as .docx"));
  CHECK_THAT(refusal("PK\x03\x04 and then nothing"), Catch::StartsWith("A_75_1.docx: "));
  CHECK_THAT(refusal("no archive at all"), Catch::Contains("ZIP"));
}

TEST_CASE("broken XML is refused with the part, the line and the byte",
          "[document][docx][error]") {
  CHECK_THAT(refusal(with_document("<w:document>\n<w:body></w:document>")),
             Catch::StartsWith("A_75_1.docx: word/document.xml:2: byte "));
  CHECK_THAT(refusal(with_document("<a>\xC3(</a>")), Catch::Contains("not UTF-8"));
}

TEST_CASE("a DOCTYPE is refused, so that no other file is read",
          "[document][docx][error]") {
  CHECK_THAT(
      refusal(with_document("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                            "<x>&e;</x>")),
      Catch::Contains("DOCTYPE"));
  CHECK_THAT(refusal(with_document("<x>&undefined;</x>")), Catch::Contains("byte"));
}

TEST_CASE("elements nested beyond reason are refused", "[document][docx][error]") {
  std::string xml;
  for (int i = 0; i < 100'000; ++i)
    xml += "<a>";
  CHECK_THAT(refusal(with_document(xml)), Catch::Contains("nested more than 256 deep"));
}

TEST_CASE("a zip bomb is refused before it fills the memory", "[document][docx][error]") {
  const std::string bomb = "<w:document>" + std::string(60'000'000, ' ') + "</w:document>";
  CHECK_THAT(refusal(with_document(bomb)), Catch::Contains("times its size"));
  ZipFiles many;
  for (std::size_t i = 0; i <= most_docx_entries; ++i)
    many.emplace_back(std::to_string(i), "");
  CHECK_THAT(refusal(zip_of(many)), Catch::Contains("more than 10000 files"));
}

TEST_CASE("two files of the same name are refused", "[document][docx][error]") {
  CHECK_THAT(
      refusal(zip_of({{"word/document.xml", "<a/>"}, {"word/document.xml", "<b/>"}})),
      Catch::Contains("two files named word/document.xml"));
}

TEST_CASE("a list number as long as a book is not printed", "[document][docx][error]") {
  DocxFile file;
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText "
      "w:val=\"" +
      std::string(1000, 'x') +
      "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
      "w:val=\"0\"/></w:num>";
  file.body = docx_paragraph(docx_run("text"), "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
  CHECK(manuscript_from_docx(file.bytes(), "t").text == "text\n");
}

TEST_CASE("a document cut short is refused with a reason", "[document][docx][error]") {
  DocxFile file;
  file.body = docx_paragraph(docx_run("The General Assembly"));
  const std::string whole = file.bytes();
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    CAPTURE(size);
    CHECK(refusal(whole.substr(0, size)) != "accepted");
  }
}

}  // namespace hexapla::read_docx_limits_test
