#include "document/detect_format.hpp"

#include "document/docx/package.hpp"
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
  return html ? FileFormat::html : FileFormat::other_xml;
}

FileFormat zip_format(std::string_view bytes) {
  const std::vector<std::string> names = zip_names(bytes);
  const auto holds = [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  const bool word = std::ranges::any_of(names, [](const std::string& name) {
    return name.starts_with("word/document") && name.ends_with(".xml");
  });
  // A damaged one is a DOCX too: its reader says what is wrong with it.
  if (word || (names.empty() && bytes.find("word/document") != std::string_view::npos))
    return FileFormat::docx;
  return holds("content.xml") && holds("mimetype") ? FileFormat::open_document
                                                   : FileFormat::other_zip;
}

}  // namespace

FileFormat detect_format(std::string_view bytes) {
  if (bytes.substr(0, pdf_header_place).find("%PDF-") != std::string_view::npos)
    return FileFormat::pdf;
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
    return zip_format(bytes);
  if (bytes.starts_with(compound_file))
    return bytes.find(encrypted_package) == std::string_view::npos
               ? FileFormat::old_word
               : FileFormat::locked_office;
  const std::string start = start_of(bytes);
  if (start.starts_with("{\\rtf")) return FileFormat::rich_text;
  if (is_html(start)) return FileFormat::html;
  if (start.starts_with("<?xml")) return xml_format(start);
  return FileFormat::text;
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
