#pragma once

#include <cstdint>
#include <string_view>

namespace hexapla {

/// What the bytes of a file are, whatever the file is called.
enum class FileFormat : std::uint8_t {
  text,
  pdf,
  docx,
  html,
  rich_text,      ///< RTF
  old_word,       ///< .doc, before 2007
  locked_office,  ///< An office file protected by a password.
  open_document,  ///< .odt and its like
  spreadsheet,    ///< .xlsx, .xls, .ods
  presentation,   ///< .pptx, .ppt, .odp
  e_book,         ///< EPUB
  word_perfect,   ///< .wpd
  word_xml,       ///< Word 2003 XML, Flat OPC, Flat ODF
  web_archive,    ///< .mht
  mail,           ///< An e-mail: .eml, .msg
  picture,        ///< PNG, JPEG, TIFF, ...: a scan, for one
  print_file,     ///< PostScript
  packed,         ///< gzip, 7-Zip, RAR, ...
  latex,
  json,
  other_zip,
  other_xml,  ///< TMX, XLIFF, TBX, ...
};

/// Shape: `text` is what shows no mark of another format; `decode` says whether it is one.
/// Source: WHATWG MIME Sniffing, 7.1; ECMA-376 part 2; MS-CFB.
[[nodiscard]] FileFormat detect_format(std::string_view bytes);

/// `.doc`, RTF and OpenDocument texts, which a word processor can make a DOCX of.
[[nodiscard]] bool is_convertible(FileFormat format);

/// Does nothing for the formats that are documents to us (text, pdf, docx, html).
/// Errors: Fault::unsupported, with the way out, for the others.
void require_document_format(FileFormat format, std::string_view name);

}  // namespace hexapla
