#include "cli/documents/read_document.hpp"

#include "cli/documents/read_pdf_file.hpp"
#include "cli/files.hpp"
#include "document/detect_format.hpp"
#include "document/docx/read_docx.hpp"
#include "document/html/read_html.hpp"
#include "document/read_text.hpp"
#include "text/as_utf8.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"
#include "text/guess_language.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace hexapla::cli {

std::optional<Language> language_hint(const std::filesystem::path& file) {
  const std::string stem = folded(file.stem().string());
  const std::size_t border = stem.find_last_of("._- ");
  const std::string_view last =
      std::string_view(stem).substr(border == std::string::npos ? 0 : border + 1);
  const auto* const found = std::ranges::find(languages::official, last, &Language::tag);
  if (found == languages::official.end()) return std::nullopt;
  return *found;
}

namespace {

/// A manuscript, with what its source offsets count through.
struct ReadManuscript {
  std::string source;
  Manuscript manuscript;
};

ReadManuscript manuscript_of(FileFormat format, std::string bytes, const std::string& name,
                             const std::optional<std::string>& encoding) {
  switch (format) {
    case FileFormat::pdf: {
      ReadPdf pdf = read_pdf_file(bytes, name);
      return {std::move(pdf.xml), std::move(pdf.manuscript)};
    }
    case FileFormat::docx: {
      Manuscript manuscript = manuscript_from_docx(bytes, name);
      return {docx_source(bytes, name), std::move(manuscript)};
    }
    case FileFormat::html: {
      Manuscript manuscript = manuscript_from_html(bytes, name, encoding);
      return {std::move(bytes), std::move(manuscript)};
    }
    default: {
      Manuscript manuscript = manuscript_from_text(bytes, name, encoding);
      return {std::move(bytes), std::move(manuscript)};
    }
  }
}

/// Errors: Fault::unsupported when --encoding is given for a format that fixes its own.
void require_encoding_option_fits(FileFormat format, const std::string& name,
                                  const ReadOptions& options) {
  const bool fits = format == FileFormat::text || format == FileFormat::html;
  if (options.encoding && !fits)
    throw Error(Fault::unsupported, {name, 0},
                "--encoding is for text and HTML; this file says itself how its text is "
                "encoded: leave the option out");
}

}  // namespace

ReadDocument read_document(std::string bytes, const std::string& name,
                           const ReadOptions& options) {
  const FileFormat format = detect_format(bytes);
  require_document_format(format, name);
  require_encoding_option_fits(format, name, options);
  std::string sha = sha256_of(bytes);
  auto [source, manuscript] =
      manuscript_of(format, std::move(bytes), name, options.encoding);
  std::optional<Language> language = options.language;
  if (!language) language = language_hint(name);
  if (!language) language = guess_language(manuscript.text);
  if (!language)
    throw Error(Fault::unsupported, {name, 0},
                "can't tell which language this is; name it: --language zh");
  Document document = document_from(manuscript, name, *language);
  document.name = as_utf8(std::filesystem::path(name).filename().string());
  document.sha = std::move(sha);
  return {std::move(source), std::move(document)};
}

ReadDocument read_document(const std::filesystem::path& file, const ReadOptions& options) {
  return read_document(read_file(file), file.string(), options);
}

void report_reading(const Document& document, std::ostream& err) {
  if (!document.encoding_certain)
    err << "hexapla: " << document.name << ": read as " << document.encoding
        << ", told from its characters; if that is wrong, name it: --encoding\n";
  std::map<std::string_view, std::size_t> left_out;
  for (const Omission& part : document.left_out)
    ++left_out[part.what];
  for (const auto& [what, times] : left_out) {
    err << "hexapla: " << document.name << ": not in the text: " << what;
    if (times > 1) err << " (" << times << " times)";
    err << '\n';
  }
}

ReadOptions read_options(const Arguments& arguments) {
  ReadOptions options;
  if (const auto tag = arguments.value("language")) options.language = language_in(*tag);
  options.encoding = arguments.value("encoding");
  return options;
}

}  // namespace hexapla::cli
