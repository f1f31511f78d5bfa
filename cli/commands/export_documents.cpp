#include "cli/commands/export_documents.hpp"

#include "align/aligned_unit.hpp"
#include "align/links.hpp"
#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/print/counted.hpp"
#include "cli/version.hpp"
#include "corpus/store.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "text/error.hpp"
#include "workbench/unit_from_row.hpp"

#include <algorithm>
#include <ostream>
#include <system_error>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

struct ExportSource {
  Multitext multitext;
  std::vector<Language> languages;  ///< Those wanted, or all, in the corpus's order.
};

ExportSource read_source(const ExportOptions& given) {
  ExportSource source{Store::open(given.corpus).multitext(), {}};
  for (const SegmentedDocument& version : source.multitext.documents)
    source.languages.push_back(version.document.language);
  if (given.languages.empty()) return source;
  for (const Language language : given.languages)
    if (std::ranges::find(source.languages, language) == source.languages.end())
      throw UsageError("the corpus has nothing in " + std::string(language.tag()));
  source.languages = given.languages;
  return source;
}

/// The bitext that joins the two languages directly, the pivot and another.
const Bitext* direct_bitext(const ExportSource& source) {
  if (source.languages.size() != 2) return nullptr;
  const auto& documents = source.multitext.documents;
  for (const Bitext& bitext : source.multitext.bitexts) {
    const std::array pair{documents[bitext.source].document.language,
                          documents[bitext.target].document.language};
    if (std::ranges::is_permutation(pair, source.languages)) return &bitext;
  }
  return nullptr;
}

/// The beads of a pair, which are finer than rows; else the rows, with the cells of the
/// wanted languages only.
std::vector<AlignedUnit> units_in(const ExportSource& source) {
  if (const Bitext* bitext = direct_bitext(source))
    return units_of_beads(source.multitext, *bitext);
  std::vector<AlignedUnit> units = units_of_rows(source.multitext);
  for (AlignedUnit& unit : units)
    std::erase_if(unit.cells, [&](const Cell& cell) {
      return std::ranges::find(source.languages, cell.language) == source.languages.end();
    });
  return units;
}

void report_exported(const Exported& exported, std::ostream& err) {
  err << counted(exported.written, "unit") << " written";
  if (exported.skipped > 0)
    err << ", " << exported.skipped << " without a translation left out";
  if (exported.marked_characters > 0)
    err << ", " << counted(exported.marked_characters, "forbidden character")
        << " written as words";
  err << '\n';
}

/// Hands units to a writer, but those without a translation where the format is for these.
Exported write_all(const ExportSource& source, const std::string& format,
                   UnitWriter& writer) {
  const Document& pivot = source.multitext.documents.front().document;
  const RowOrigin origin{pivot.language, pivot.name, format == "jsonl"};
  constexpr std::size_t pair = 2;
  std::size_t skipped = 0;
  for (const AlignedUnit& unit : units_in(source)) {
    if (format == "tmx" && unit.cells.size() < pair) {
      ++skipped;
    } else {
      writer.add(unit_from_row(unit, origin));
    }
  }
  Exported exported = writer.finish();
  exported.skipped += skipped;
  return exported;
}

Exported write_units(const ExportOptions& given, const ExportSource& source,
                     std::ostream& out) {
  const std::string& format = given.format;
  UnitWriterSettings settings;
  settings.header.source = source.multitext.documents.front().document.language;
  settings.languages = source.languages;
  settings.program_version = version;
  settings.safe_cells = given.safe_cells;
  const auto writer = format == "tsv"     ? tsv_writer(out, settings)
                      : format == "jsonl" ? jsonl_writer(out)
                                          : tmx_writer(out, settings);
  return write_all(source, format, *writer);
}

Exit export_units(const ExportOptions& given, Streams streams) {
  const ExportSource source = read_source(given);
  Exported exported;
  if (given.out) {
    OutputFile file(*given.out);
    exported = write_units(given, source, file.stream());
    file.commit();
  } else {
    exported = write_units(given, source, streams.out);
  }
  report_exported(exported, streams.err);
  return Exit::done;
}

/// Two files, OUT.zh and OUT.en.
Exit export_moses(const ExportOptions& given, Streams streams) {
  const std::string out = needed("out", given.out).string();
  const ExportSource source = read_source(given);
  if (source.languages.size() != 2)
    throw UsageError(
        "--format moses writes two languages; name them as in --languages zh,en");
  UnitWriterSettings settings;
  settings.languages = source.languages;
  OutputFile source_text(out + "." + std::string(source.languages[0].tag()));
  OutputFile target_text(out + "." + std::string(source.languages[1].tag()));
  const auto writer = moses_writer(source_text.stream(), target_text.stream(), settings);
  const Exported exported = write_all(source, "moses", *writer);
  source_text.commit();
  target_text.commit();
  report_exported(exported, streams.err);
  return Exit::done;
}

/// A folder with zh-en.align for each pair.
Exit export_links(const ExportOptions& given, Streams streams) {
  const fs::path& folder = needed("out", given.out);
  const ExportSource source = read_source(given);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(Fault::unwritable, {folder.string(), 0}, error.message());
  const auto tag_of = [&](std::uint32_t document) {
    return std::string(source.multitext.documents[document].document.language.tag());
  };
  for (const Bitext& bitext : source.multitext.bitexts) {
    const fs::path file =
        folder / (tag_of(bitext.source) + "-" + tag_of(bitext.target) + ".align");
    OutputFile out(file);
    write_links(out.stream(), bitext.beads);
    out.commit();
    streams.err << file.string() << ": " << bitext.beads.size() << " links\n";
  }
  return Exit::done;
}

}  // namespace

bool is_for_documents(std::string_view format) {
  constexpr std::array<std::string_view, 5> formats{"tmx", "tsv", "jsonl", "moses",
                                                    "links"};
  return std::ranges::find(formats, format) != formats.end();
}

Exit export_documents(const ExportOptions& given, Streams streams) {
  if (given.format == "moses") return export_moses(given, streams);
  if (given.format == "links") return export_links(given, streams);
  return export_units(given, streams);
}

}  // namespace hexapla::cli
