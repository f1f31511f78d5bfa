#pragma once

#include "cli/option_table.hpp"
#include "document/document.hpp"
#include "text/language.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// What a person knows of a file better than we can tell.
struct ReadOptions {
  std::optional<Language> language;
  std::optional<std::string> encoding;  ///< Of text and HTML.
  /// Without, a text in a language that can't be told is in "und", undetermined.
  bool language_required = true;
  /// Pages of PDF files that have no text are recognised, which takes its time.
  bool recognise = false;
  /// Is told what takes its time.
  std::function<void(std::string_view)> say = {};
};

/// A document as read, with what its source offsets count through: the bytes of a text or
/// page, the unpacked parts of a DOCX (that LibreOffice made of another format), poppler's
/// output for a PDF.
struct ReadDocument {
  std::string source;
  Document document;
};

/// Reads `file`, whose format is told from its bytes, in the language given, or in the one
/// that its name hints at (`letter.zh.txt`, `A_75_1-EN.pdf`), or in the one that its text
/// shows.
/// Errors: those of read_file and of the formats' readers; Fault::unsupported when the
///         format is none of ours or the language can't be told, with the way out.
[[nodiscard]] ReadDocument read_document(const std::filesystem::path& file,
                                         const ReadOptions& options);

/// The same for bytes that came from elsewhere; `name` is for messages and
/// Document::name.
[[nodiscard]] ReadDocument read_document(std::string bytes, const std::string& name,
                                         const ReadOptions& options);

/// Says on `err` what a person should know of how `document` was read: an encoding told
/// from statistics, parts of the file that are not in the text.
void report_reading(const Document& document, std::ostream& err);

/// The official language that a file's name hints at.
[[nodiscard]] std::optional<Language> language_hint(const std::filesystem::path& file);

/// --language, --encoding and --ocr.
void add_reading_options(OptionTable& table, ReadOptions& reading);

}  // namespace hexapla::cli
