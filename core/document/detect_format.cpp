#include "document/detect_format.hpp"

#include "format/zip.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hexapla {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t pdf_header_place = 1024;  // bytes; readers look no further
constexpr std::size_t longest_preamble = std::size_t{64} * 1024;  // of comments in HTML
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
/// UTF-16: the stream in which Office keeps a locked file.
constexpr std::string_view encrypted_package =
    "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

// Lower case; each at the very start, and followed by a space or ">".
constexpr std::array html_tags{
    "<html"sv,  "<head"sv, "<body"sv, "<title"sv,   "<meta"sv,   "<script"sv,
    "<style"sv, "<link"sv, "<h1"sv,   "<h2"sv,      "<div"sv,    "<p"sv,
    "<table"sv, "<a"sv,    "<b"sv,    "<br"sv,      "<font"sv,   "<iframe"sv,
    "<ul"sv,    "<ol"sv,   "<main"sv, "<article"sv, "<section"sv};

/// The start of `bytes` as ASCII in lower case: without mark and zero bytes (UTF-16), and
/// without white space and comments before the first tag.
std::string start_of(std::string_view bytes) {
  std::string start;
  for (const char byte : bytes.substr(0, longest_preamble)) {
    const bool letter = byte >= 'A' && byte <= 'Z';
    if (byte != '\0') start += letter ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  for (const std::string_view mark : {byte_order_mark, "\xFF\xFE"sv, "\xFE\xFF"sv})
    if (start.starts_with(mark)) start.erase(0, mark.size());
  std::size_t at = 0;
  for (;;) {
    at = std::min(start.find_first_not_of(" \t\r\n\f", at), start.size());
    if (!std::string_view(start).substr(at).starts_with("<!--")) return start.substr(at);
    const std::size_t end = start.find("-->", at);
    if (end == std::string::npos) return start.substr(at);
    at = end + 3;
  }
}

bool is_html(std::string_view start) {
  if (start.starts_with("<!doctype html")) return true;
  return std::ranges::any_of(html_tags, [&](std::string_view tag) {
    if (!start.starts_with(tag)) return false;
    const std::string_view after = start.substr(tag.size(), 1);
    return !after.empty() && " \t\r\n\f>/"sv.find(after) != std::string_view::npos;
  });
}

/// `start` begins with an XML declaration.
FileFormat xml_format(std::string_view start) {
  constexpr std::size_t head = 2048;  // bytes in which the first element stands
  const std::string_view first = start.substr(0, head);
  const bool html = first.find("<html") != std::string_view::npos ||
                    first.find("<!doctype html") != std::string_view::npos;
  if (html) return FileFormat::html;
  const bool word = first.find("<pkg:package") != std::string_view::npos ||
                    first.find("<w:worddocument") != std::string_view::npos;
  return word ? FileFormat::word_xml : FileFormat::other_xml;
}

FileFormat zip_format(std::string_view bytes) {
  // OpenDocument and EPUB say what they are in their first part, which is not packed.
  constexpr std::size_t mimetype_place = 256;  // bytes
  const std::string_view head = bytes.substr(0, mimetype_place);
  const auto says = [&](std::string_view type) {
    return head.find(type) != std::string_view::npos;
  };
  if (says("application/epub+zip")) return FileFormat::e_book;
  if (says("opendocument.spreadsheet")) return FileFormat::spreadsheet;
  if (says("opendocument.presentation")) return FileFormat::presentation;
  const std::vector<std::string> names = zip_names(bytes);
  const auto holds = [&](std::string_view start) {
    return std::ranges::any_of(
        names, [&](const std::string& name) { return name.starts_with(start); });
  };
  const bool word = std::ranges::any_of(names, [](const std::string& name) {
    return name.starts_with("word/document") && name.ends_with(".xml");
  });
  // A damaged one is a DOCX too: its reader says what is wrong with it.
  if (word || (names.empty() && bytes.find("word/document") != std::string_view::npos))
    return FileFormat::docx;
  if (holds("xl/")) return FileFormat::spreadsheet;
  if (holds("ppt/")) return FileFormat::presentation;
  if (holds("META-INF/container.xml")) return FileFormat::e_book;
  return holds("content.xml") && holds("mimetype") ? FileFormat::open_document
                                                   : FileFormat::other_zip;
}

/// The compound files of Office before 2007, by the names of their streams.
FileFormat compound_format(std::string_view bytes) {
  const auto holds = [&](std::string_view stream) {
    return bytes.find(stream) != std::string_view::npos;
  };
  if (holds(encrypted_package)) return FileFormat::locked_office;
  if (holds("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv)) return FileFormat::old_word;
  if (holds("W\0o\0r\0k\0b\0o\0o\0k\0"sv)) return FileFormat::spreadsheet;
  if (holds("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv)) return FileFormat::presentation;
  return FileFormat::old_word;
}

/// A page saved with its pictures, as an e-mail of several parts.
bool is_web_archive(std::string_view start) {
  constexpr std::array heads{"from:"sv,
                             "mime-version:"sv,
                             "subject:"sv,
                             "content-type:"sv,
                             "date:"sv,
                             "message-id:"sv,
                             "snapshot-content-location:"sv};
  constexpr std::size_t longest_head = 4096;  // bytes
  const std::string_view head = start.substr(0, longest_head);
  return std::ranges::any_of(
             heads, [&](std::string_view name) { return head.starts_with(name); }) &&
         head.find("mime-version:") != std::string_view::npos &&
         head.find("multipart/") != std::string_view::npos;
}

}  // namespace

FileFormat detect_format(std::string_view bytes) {
  if (bytes.substr(0, pdf_header_place).find("%PDF-") != std::string_view::npos)
    return FileFormat::pdf;
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
    return zip_format(bytes);
  if (bytes.starts_with(compound_file)) return compound_format(bytes);
  if (bytes.starts_with("\xFFWPC"sv)) return FileFormat::word_perfect;
  const std::string start = start_of(bytes);
  if (start.starts_with("{\\rtf")) return FileFormat::rich_text;
  if (is_html(start)) return FileFormat::html;
  if (start.starts_with("<?xml")) return xml_format(start);
  return is_web_archive(start) ? FileFormat::web_archive : FileFormat::text;
}

bool is_convertible(FileFormat format) {
  return format == FileFormat::old_word || format == FileFormat::rich_text ||
         format == FileFormat::open_document;
}

void require_document_format(FileFormat format, std::string_view name) {
  const auto refuse = [&](std::string_view what) {
    throw Error(Fault::unsupported, {std::string(name), 0}, what);
  };
  switch (format) {
    case FileFormat::rich_text:
      refuse("an RTF file; open it in a word processor and save it as .docx");
      break;
    case FileFormat::old_word:
      refuse(
          "a file of Word before 2007 (.doc) or another old Office program; open it in "
          "a word processor and save it as .docx");
      break;
    case FileFormat::locked_office:
      refuse("protected by a password; open it and save it without one");
      break;
    case FileFormat::open_document:
      refuse("an OpenDocument file; open it in a word processor and save it as .docx");
      break;
    case FileFormat::spreadsheet:
      refuse(
          "a spreadsheet (.xlsx, .xls, .ods), which holds cells and no running text: "
          "hexapla "
          "term reads tables of terms; a text has to be saved as .docx");
      break;
    case FileFormat::presentation:
      refuse("a presentation (.pptx); export it as PDF, or save its outline as .docx");
      break;
    case FileFormat::e_book:
      refuse("an e-book (EPUB); convert it to .docx, with Calibre for one");
      break;
    case FileFormat::word_perfect:
      refuse("a WordPerfect file (.wpd); open it in LibreOffice and save it as .docx");
      break;
    case FileFormat::word_xml:
      refuse(
          "a Word document as a single XML file; open it in a word processor and save it "
          "as .docx");
      break;
    case FileFormat::web_archive:
      refuse(
          "a web archive (.mht); open it in a browser and save the page as HTML, or print "
          "it to PDF");
      break;
    case FileFormat::other_zip:
      refuse("a ZIP archive, but not a DOCX; unpack it, or save the document as .docx");
      break;
    case FileFormat::other_xml:
      refuse("XML, but no web page; documents are text, PDF, DOCX or HTML");
      break;
    case FileFormat::text:
    case FileFormat::pdf:
    case FileFormat::docx:
    case FileFormat::html:
      break;
  }
}

}  // namespace hexapla
