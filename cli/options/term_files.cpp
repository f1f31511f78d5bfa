#include "cli/options/term_files.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/version.hpp"
#include "term/multiterm/write_multiterm.hpp"
#include "term/table/write_table.hpp"
#include "term/tbx/write_tbx.hpp"
#include "term/utx/write_utx.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, TermFormat>, 8> term_formats{
    {{"tbx", TermFormat::tbx},
     {"tbx-dct", TermFormat::tbx_dct},
     {"tbx-v2", TermFormat::tbx_v2},
     {"csv", TermFormat::csv},
     {"tsv", TermFormat::tsv},
     {"xlsx", TermFormat::xlsx},
     {"utx", TermFormat::utx},
     {"multiterm", TermFormat::multiterm}}};

TbxStyle style_of(TermFormat format) {
  if (format == TermFormat::tbx_v2) return TbxStyle::v2;
  return format == TermFormat::tbx_dct ? TbxStyle::v3_dct : TbxStyle::v3_dca;
}

/// What a termbase in XML is: its first element names it.
TermFormat xml_format_of(std::string_view bytes) {
  constexpr std::size_t header = 4096;  // bytes
  std::string start(bytes.substr(0, header));
  std::erase(start, '\0');  // the ASCII of UTF-16
  if (start.find("<mtf") != std::string::npos) return TermFormat::multiterm;
  if (start.find("<martif") != std::string_view::npos) return TermFormat::tbx_v2;
  const bool dct = start.find("style=\"dct\"") != std::string_view::npos ||
                   start.find("style='dct'") != std::string_view::npos;
  return dct ? TermFormat::tbx_dct : TermFormat::tbx;
}

}  // namespace

TermFormat term_format_in(std::string_view name) {
  const auto* const found = std::ranges::find(
      term_formats, name, &std::pair<std::string_view, TermFormat>::first);
  if (found == term_formats.end())
    throw UsageError("'" + std::string(name) +
                     "' is no format of a termbase: tbx, tbx-dct, tbx-v2, csv, tsv, xlsx, "
                     "utx or multiterm");
  return found->second;
}

TermFormat format_of_termbase(const fs::path& file) {
  const std::string extension = file.extension().string();
  if (extension == ".tbx" || extension == ".xml")
    return fs::exists(file) ? xml_format_of(read_file(file)) : TermFormat::tbx;
  for (const std::string_view name : {"csv", "tsv", "xlsx", "utx"})
    if (extension == "." + std::string(name)) return term_format_in(name);
  throw UsageError("'" + file.string() +
                   "' doesn't tell its format: end it in .tbx, .csv, .tsv, .xlsx or .utx");
}

void add_table_options(OptionTable& table, TableSettings& settings) {
  table.value("columns", settings.columns);
  table.value("between-terms", settings.between_terms);
}

Termbase read_termbase_file(const fs::path& file, const TableSettings& settings,
                            std::ostream& warnings) {
  SurveyedTermbase read = read_termbase_telling(read_file(file), file.string(), settings);
  for (const LintIssue& issue : read.issues)
    warnings << file.string() << ':' << issue.line << ": warning: " << issue.message
             << "; passed over\n";
  return std::move(read.termbase);
}

namespace {

void write_utx_of(std::ostream& out, const Termbase& termbase,
                  std::vector<Language> languages) {
  if (languages.empty())
    for (const Concept& entry : termbase.concepts)
      for (const Term& term : entry.terms)
        if (std::ranges::find(languages, term.language) == languages.end())
          languages.push_back(term.language);
  if (languages.size() != 2)
    throw UsageError("UTX has two languages, and here are " +
                     std::to_string(languages.size()) +
                     "; name them as in --languages en,fr");
  (void)write_utx(out, termbase, {languages[0], languages[1], std::string(program_name)});
}

}  // namespace

void write_termbase(std::ostream& out, const Termbase& termbase, TermFormat format,
                    std::string_view title, std::vector<Language> languages) {
  switch (format) {
    case TermFormat::tbx:
    case TermFormat::tbx_dct:
    case TermFormat::tbx_v2:
      write_tbx(out, termbase, style_of(format),
                {std::string(title), "en", std::string(program_name)});
      break;
    case TermFormat::csv:
      write_termbase_csv(out, termbase);
      break;
    case TermFormat::tsv:
      write_termbase_tsv(out, termbase);
      break;
    case TermFormat::xlsx:
      out << termbase_xlsx(termbase);
      break;
    case TermFormat::utx:
      write_utx_of(out, termbase, std::move(languages));
      break;
    case TermFormat::multiterm:
      write_multiterm(out, termbase);
      break;
  }
}

void write_termbase_file(const fs::path& file, const Termbase& termbase) {
  const TermFormat format = format_of_termbase(file);
  change_file(file, [&](std::ostream& out) { write_termbase(out, termbase, format, ""); });
}

}  // namespace hexapla::cli
