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
                    first.find("<office:document") != std::string_view::npos ||
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
  if (holds("_\0_\0s\0u\0b\0s\0t\0g\0"sv)) return FileFormat::mail;
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

/// An object with a name, or a list of such.
bool is_json(std::string_view start) {
  std::size_t at = 0;
  const auto skip = [&](char sign) {
    if (at >= start.size() || start[at] != sign) return false;
    at = std::min(start.find_first_not_of(" \t\r\n", at + 1), start.size());
    return true;
  };
  (void)skip('[');
  if (!skip('{') || at == start.size() || start[at] != '"') return false;
  const std::size_t end = start.find('"', at + 1);
  if (end == std::string_view::npos) return false;
  at = end;
  return skip('"') && skip(':');
}

/// A message as it travelled: letters and memoranda begin with "From:" too.
bool is_mail(std::string_view start) {
  constexpr std::array heads{"return-path:"sv, "delivered-to:"sv, "received: from"sv,
                             "received: by"sv, "x-mozilla-status:"sv};
  return std::ranges::any_of(
      heads, [&](std::string_view name) { return start.starts_with(name); });
}

struct Refusal {
  FileFormat format;
  std::string_view advice;
};
constexpr std::array refusals{
    Refusal{FileFormat::rich_text,
            "an RTF file; open it in a word processor and save it as .docx"},
    Refusal{FileFormat::old_word,
            "a file of Word before 2007 (.doc) or another old Office program; open it in a "
            "word processor and save it as .docx"},
    Refusal{FileFormat::locked_office,
            "protected by a password; open it and save it without one"},
    Refusal{FileFormat::open_document,
            "an OpenDocument file; open it in a word processor and save it as .docx"},
    Refusal{FileFormat::spreadsheet,
            "a spreadsheet (.xlsx, .xls, .ods), which holds cells and no running text: "
            "hexapla term reads tables of terms; a text has to be saved as .docx"},
    Refusal{FileFormat::presentation,
            "a presentation (.pptx, .odp); export it as PDF, or save its outline as .docx"},
    Refusal{FileFormat::e_book,
            "an e-book (EPUB, MOBI); convert it to .docx, with Calibre for one"},
    Refusal{FileFormat::word_perfect,
            "a WordPerfect file (.wpd); open it in LibreOffice and save it as .docx"},
    Refusal{
        FileFormat::word_xml,
        "a word processor's document as a single XML file; open it there and save it as "
        ".docx"},
    Refusal{
        FileFormat::web_archive,
        "a web archive (.mht); open it in a browser and save the page as HTML, or print "
        "it to PDF"},
    Refusal{FileFormat::mail,
            "an e-mail; save the document that is attached to it, or its text as .txt"},
    Refusal{
        FileFormat::picture,
        "a picture, of a scanned page perhaps; make a PDF of all pages, with img2pdf for "
        "one (ddjvu for DjVu), and have its text recognised with --ocr"},
    Refusal{FileFormat::print_file,
            "a PostScript file; make a PDF of it, with ps2pdf for one"},
    Refusal{FileFormat::packed, "a packed file; unpack it first"},
    Refusal{FileFormat::latex,
            "a LaTeX source, whose commands would be read as words; make a PDF of it"},
    Refusal{
        FileFormat::json,
        "JSON; documents are text, PDF, DOCX or HTML, and hexapla import reads units of "
        "translations as JSON lines"},
    Refusal{FileFormat::other_zip,
            "a ZIP archive, but not a DOCX; unpack it, or save the document as .docx"},
    Refusal{FileFormat::other_xml,
            "XML, but no web page; documents are text, PDF, DOCX or HTML"}};

struct Signature {
  std::string_view bytes;
  std::size_t place;
  FileFormat format;
};
// Source: the specifications of the formats, as listed in the file command's "magic".
constexpr std::array signatures{
    Signature{"\xFFWPC"sv, 0, FileFormat::word_perfect},
    Signature{"\x89PNG\r\n\x1A\n"sv, 0, FileFormat::picture},
    Signature{"\xFF\xD8\xFF"sv, 0, FileFormat::picture},  // JPEG
    Signature{"GIF8"sv, 0, FileFormat::picture},
    Signature{"II*\0"sv, 0, FileFormat::picture},  // TIFF
    Signature{"MM\0*"sv, 0, FileFormat::picture},
    Signature{"\0\0\0\x0CjP  "sv, 0, FileFormat::picture},  // JPEG 2000
    Signature{"WEBP"sv, 8, FileFormat::picture},
    Signature{"AT&TFORM"sv, 0, FileFormat::picture},  // DjVu
    Signature{"%!PS"sv, 0, FileFormat::print_file},
    Signature{"\x1F\x8B\x08"sv, 0, FileFormat::packed},  // gzip
    Signature{"BZh"sv, 0, FileFormat::packed},
    Signature{"\xFD"
              "7zXZ\0"sv,
              0, FileFormat::packed},
    Signature{"\x28\xB5\x2F\xFD"sv, 0, FileFormat::packed},  // Zstandard
    Signature{"7z\xBC\xAF\x27\x1C"sv, 0, FileFormat::packed},
    Signature{"Rar!\x1A\x07"sv, 0, FileFormat::packed},
    Signature{"ustar"sv, 257, FileFormat::packed},  // tar
    Signature{"BOOKMOBI"sv, 60, FileFormat::e_book}};

}  // namespace

FileFormat detect_format(std::string_view bytes) {
  if (bytes.substr(0, pdf_header_place).find("%PDF-") != std::string_view::npos)
    return FileFormat::pdf;
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
    return zip_format(bytes);
  if (bytes.starts_with(compound_file)) return compound_format(bytes);
  for (const Signature& signature : signatures)
    if (bytes.size() > signature.place &&
        bytes.substr(signature.place).starts_with(signature.bytes))
      return signature.format;
  const std::string start = start_of(bytes);
  if (start.starts_with("{\\rtf")) return FileFormat::rich_text;
  if (is_html(start)) return FileFormat::html;
  if (start.starts_with("<?xml")) return xml_format(start);
  if (start.starts_with("\\documentclass") || start.starts_with("\\documentstyle"))
    return FileFormat::latex;
  if (is_json(start)) return FileFormat::json;
  if (is_web_archive(start)) return FileFormat::web_archive;
  return is_mail(start) ? FileFormat::mail : FileFormat::text;
}

bool is_convertible(FileFormat format) {
  return format == FileFormat::old_word || format == FileFormat::rich_text ||
         format == FileFormat::open_document;
}

void require_document_format(FileFormat format, std::string_view name) {
  const auto* const refused = std::ranges::find(refusals, format, &Refusal::format);
  if (refused != refusals.end())
    throw Error(Fault::unsupported, {std::string(name), 0}, std::string(refused->advice));
}

}  // namespace hexapla
