#include "document/detect_format.hpp"

#include "document/make_docx.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

using namespace std::string_view_literals;

TEST_CASE("the format of a file is told from its bytes", "[document]") {
  const auto [expected, bytes] = GENERATE(table<FileFormat, std::string>({
      {FileFormat::text, "General Assembly\n\nSeventy-fifth session\n"},
      {FileFormat::text, ""},
      {FileFormat::text, "a < b and <p of q"},
      {FileFormat::pdf, "%PDF-1.4\n%\xE2\xE3"},
      {FileFormat::pdf, "\r\n%PDF-1.7"},
      {FileFormat::html, "<!DOCTYPE html><html>"},
      {FileFormat::html, "\xEF\xBB\xBF\n<HTML lang=ar>"},
      {FileFormat::html, "<!-- saved from -->\n<p class=x>Texte"},
      {FileFormat::html, std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)},
      {FileFormat::html,
       "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"},
      {FileFormat::other_xml, "<?xml version=\"1.0\"?><tmx version=\"1.4\">"},
      {FileFormat::word_xml,
       "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>"
       "<w:wordDocument xmlns:w=\"x\">"},
      {FileFormat::word_xml, "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"x\">"},
      {FileFormat::web_archive,
       "From: <Saved by a browser>\nSubject: A/75/1\nMIME-Version: 1.0\n"
       "Content-Type: multipart/related; boundary=x\n"},
      {FileFormat::text, "From: the President of the General Assembly\nTo: all States\n"},
      {FileFormat::mail, "Return-Path: <dgacm@un.org>\nReceived: from mail.un.org\n"},
      {FileFormat::mail, std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") +
                             std::string("_\0_\0s\0u\0b\0s\0t\0g\0"sv)},
      {FileFormat::picture, "\x89PNG\r\n\x1A\n"},
      {FileFormat::picture, "\xFF\xD8\xFF\xE0"},
      {FileFormat::picture, std::string("II*\0\x08"sv)},
      {FileFormat::picture, "AT&TFORM"},
      {FileFormat::print_file, "%!PS-Adobe-3.0\n"},
      {FileFormat::packed, "\x1F\x8B\x08"},
      {FileFormat::packed, "Rar!\x1A\x07"},
      {FileFormat::packed, std::string(257, 'A') + "ustar"},
      {FileFormat::text, "Rarotonga\n"},
      {FileFormat::latex, "\\documentclass{article}\n"},
      {FileFormat::json, "[\n {\"text\": \"The General Assembly\"}]"},
      {FileFormat::text, "{\"The General Assembly\" is a quotation}"},
      {FileFormat::text, "[Original: English]\n"},
      {FileFormat::word_xml, "<?xml version=\"1.0\"?><office:document xmlns:office=\"x\">"},
      {FileFormat::word_perfect, "\xFFWPC\x10"},
      {FileFormat::rich_text, "{\\rtf1\\ansi"},
      {FileFormat::old_word, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 WordDocument"},
      {FileFormat::locked_office,
       std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") +
           std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)},
  }));
  CAPTURE(bytes);
  CHECK(detect_format(bytes) == expected);
}

TEST_CASE("ZIP archives are told apart by what they hold", "[document]") {
  DocxFile docx;
  docx.body = docx_paragraph(docx_run("大会"));
  CHECK(detect_format(docx.bytes()) == FileFormat::docx);
  CHECK(detect_format(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                              {"content.xml", "<x/>"}})) == FileFormat::open_document);
  CHECK(detect_format(zip_of({{"xl/workbook.xml", "<x/>"}})) == FileFormat::spreadsheet);
  CHECK(detect_format(zip_of({{"ppt/presentation.xml", "<x/>"}})) ==
        FileFormat::presentation);
  CHECK(detect_format(zip_of({{"META-INF/container.xml", "<x/>"}})) == FileFormat::e_book);
  CHECK(detect_format(zip_of({{"A_75_1.txt", "大会"}})) == FileFormat::other_zip);
  // Cut short: the reader of DOCX is to say so.
  CHECK(detect_format(docx.bytes().substr(0, 800)) == FileFormat::docx);
}

TEST_CASE("a format that is not read is refused with the way out", "[document][error]") {
  const auto refusal = [](FileFormat format) {
    try {
      require_document_format(format, "A_75_1");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::unsupported);
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  CHECK(refusal(FileFormat::docx) == "accepted");
  CHECK_THAT(refusal(FileFormat::old_word), Catch::Contains("save it as .docx"));
  CHECK_THAT(refusal(FileFormat::rich_text), Catch::Contains("save it as .docx"));
  CHECK_THAT(refusal(FileFormat::locked_office), Catch::Contains("password"));
  CHECK_THAT(refusal(FileFormat::spreadsheet), Catch::Contains("spreadsheet"));
  CHECK_THAT(refusal(FileFormat::e_book), Catch::Contains("e-book"));
  CHECK_THAT(refusal(FileFormat::web_archive), Catch::Contains("save the page as HTML"));
  CHECK_THAT(refusal(FileFormat::other_zip), Catch::Contains("unpack it"));
  CHECK_THAT(refusal(FileFormat::picture), Catch::Contains("--ocr"));
  CHECK_THAT(refusal(FileFormat::mail), Catch::Contains("attached"));
  CHECK_THAT(refusal(FileFormat::print_file), Catch::Contains("make a PDF"));
  CHECK_THAT(refusal(FileFormat::packed), Catch::Contains("unpack it"));
  CHECK_THAT(refusal(FileFormat::latex), Catch::Contains("make a PDF"));
  CHECK_THAT(refusal(FileFormat::json), Catch::Contains("JSON"));
  CHECK_THAT(refusal(FileFormat::other_xml), Catch::StartsWith("A_75_1: XML"));
}

}  // namespace hexapla
