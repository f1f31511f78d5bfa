#include "cli/documents/read_document.hpp"

#include "cli/documents/convert_office.hpp"
#include "cli/documents/read_pdf_file.hpp"
#include "cli/documents/sandbox.hpp"
#include "cli/files.hpp"
#include "document/detect_format.hpp"
#include "document/docx/read_docx.hpp"
#include "document/html/read_html.hpp"
#include "document/read_text.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"
#include "text/guess_language.hpp"
#include "text/sha256.hpp"
#include "text/symbol.hpp"

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

// In Document::format, so that a corpus tells it too.
constexpr std::string_view converted_from = " converted from ";

/// A manuscript, with what its source offsets count through.
struct ReadManuscript {
  std::string source;
  Manuscript manuscript;
};

PdfReader pdf_reader(const std::string& name, const ReadOptions& options) {
  PdfReader reader;
  reader.say = options.say;
  if (!options.recognise) return reader;
  reader.recognised_as = options.language ? options.language : language_hint(name);
  if (!reader.recognised_as)
    throw Error(Fault::unsupported, {name, 0},
                "--ocr has to know the language of the text: --language ru");
  return reader;
}

ReadManuscript manuscript_of(FileFormat format, std::string bytes, const std::string& name,
                             const ReadOptions& options) {
  const std::optional<std::string>& encoding = options.encoding;
  switch (format) {
    case FileFormat::pdf: {
      ReadPdf pdf = read_pdf_file(bytes, name, pdf_reader(name, options));
      return {std::move(pdf.xml), std::move(pdf.manuscript)};
    }
    case FileFormat::docx: {
      ReadDocx docx = read_docx(bytes, name);
      return {std::move(docx.source), std::move(docx.manuscript)};
    }
    case FileFormat::old_word:
    case FileFormat::rich_text:
    case FileFormat::open_document: {
      ReadDocx docx = read_docx(docx_from_office(bytes, name, format), name);
      docx.manuscript.format += std::string(converted_from).append(office_name(format));
      docx.manuscript.source_size = bytes.size();
      return {std::move(docx.source), std::move(docx.manuscript)};
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

/// Bytes of a text's start in which the masthead of a document stands.
constexpr std::size_t longest_masthead = 4096;

std::optional<Language> language_of(std::string_view text, const std::string& name,
                                    const ReadOptions& options) {
  if (options.language) return options.language;
  if (const auto hinted = language_hint(name)) return hinted;
  if (const auto guessed = guess_language(text)) return guessed;
  // Only the United Nations give symbols, and they write in six languages.
  if (!symbols_in(text.substr(0, longest_masthead)).empty() ||
      text.substr(0, longest_masthead).find("Original") != std::string_view::npos)
    if (const auto official = guess_official_language(text)) return official;
  if (options.language_required) return std::nullopt;
  return Language("und");
}

}  // namespace

ReadDocument read_document(std::string bytes, const std::string& name,
                           const ReadOptions& options) {
  const FileFormat format = detect_format(bytes);
  if (!is_convertible(format)) require_document_format(format, name);
  require_encoding_option_fits(format, name, options);
  std::string sha = sha256_of(bytes);
  auto [source, manuscript] = manuscript_of(format, std::move(bytes), name, options);
  const std::optional<Language> language = language_of(manuscript.text, name, options);
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
  if (const std::size_t at = document.format.find(converted_from); at != std::string::npos)
    err << "hexapla: " << document.name << ": converted from ."
        << document.format.substr(at + converted_from.size())
        << " by LibreOffice; what is said of bytes is of the converted file\n";
  const bool read_by_others = document.format.find(converted_from) != std::string::npos ||
                              document.format.starts_with("pdf");
  if (const std::string missing = missing_walls(); read_by_others && !missing.empty())
    err << "hexapla: " << document.name
        << ": read by a program of others without walls around it: this kernel has no "
        << missing << '\n';
  if (document.language.tag() == "und")
    err << "hexapla: " << document.name
        << ": can't tell which language this is; name it: --language zh\n";
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

void add_reading_options(OptionTable& table, ReadOptions& reading) {
  table.value("language", reading.language);
  table.value("encoding", reading.encoding);
  table.flag("ocr", reading.recognise);
}

}  // namespace hexapla::cli
