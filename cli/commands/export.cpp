#include "align/aligned_unit.hpp"
#include "cli/command.hpp"
#include "cli/commands/collection/export_dataset.hpp"
#include "cli/commands/collection/export_pairs.hpp"
#include "cli/commands/export_documents.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli/units/sieve.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "exchange/shared_names.hpp"
#include "text/encoding.hpp"
#include "workbench/unit_from_row.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

ExportOptions export_options(std::span<const std::string_view> words) {
  ExportOptions given;
  OptionTable table;
  table.only_file("corpus file", given.corpus);
  table.required("format", given.format);
  table.value("out", given.out);
  table.value("languages", given.languages);
  table.value("work", given.work);
  table.choice("verdict", given.verdict,
               {{"confirmed", WantedVerdict::confirmed},
                {"not-rejected", WantedVerdict::not_rejected}});
  add_filter_options(table, given.filter);
  add_split_options(table, given.split);
  add_report_option(table, given.report);
  table.value("quality", given.quality);
  table.value("licence", given.licence,
              [](const std::string& licence) { return as_utf8(licence); });
  table.value("overlap", given.overlap);
  table.flag("document-borders", given.has_borders);
  table.flag("safe-cells", given.safe_cells);
  table.file_words({});
  table.files(FileUse::written, {"out", "quality"});
  table.files(FileUse::read, {"overlap"});
  for (const auto& [name, value] : table.read(words).options) {
    if (name == "format" || name == "out" || name == "languages" || name == "safe-cells")
      continue;
    given.is_plain = false;
    given.settings.push_back("--" + name + (value.empty() ? "" : " " + value));
  }
  if (!is_for_documents(given.format)) (void)format_to_write(given.format);
  return given;
}

bool fits(Verdict verdict, std::optional<WantedVerdict> wanted) {
  if (wanted == WantedVerdict::confirmed) return verdict == Verdict::confirmed;
  return !wanted || verdict != Verdict::rejected;
}

std::vector<WorkInfo> wanted_works(const Store& store, const ExportOptions& given) {
  std::vector<WorkInfo> works = store.works();
  if (!given.work) return works;
  std::erase_if(works, [&](const WorkInfo& work) { return work.name != *given.work; });
  if (works.empty()) throw UsageError("the corpus has no work named " + *given.work);
  return works;
}

/// "xliff 1" of "xliff 1.2": formats between which tags and attributes mean the same.
std::string family_of(const std::string& format) {
  return format.substr(0, format.find('.'));
}

/// The header of the only memory, or what several have in common. Documents bring nothing
/// along that a header could speak of.
MemoryHeader header_of(const Store& store, const std::vector<WorkInfo>& works) {
  std::vector<MemoryHeader> headers;
  for (const WorkInfo& work : works)
    if (work.kind == WorkKind::memory) headers.push_back(store.memory_header(work.id));
  if (headers.size() == 1 && works.size() == 1) return headers.front();
  MemoryHeader header;
  for (const WorkInfo& work : works)
    if (header.source == Language() && !work.languages.empty())
      header.source = work.languages.front();
  if (headers.empty()) return header;
  const std::string family = family_of(headers.front().format);
  const bool are_alike = std::ranges::all_of(headers, [&](const MemoryHeader& other) {
    return family_of(other.format) == family;
  });
  if (header.source == Language()) header.source = headers.front().source;
  // Two XLIFF files don't become one: units are in a file of their own making.
  header.format =
      are_alike && family.starts_with("tmx") ? headers.front().format : "several";
  return header;
}

/// The units of a corpus, one after the other.
class WorksExport {
 public:
  WorksExport(const Store& store, std::vector<WorkInfo> works, const ExportOptions& given)
      : store_(store),
        works_(std::move(works)),
        verdict_(given.verdict),
        tells_kinds_(given.format == "jsonl") {}

  /// Hands each unit with the name of its work to `take`, until it returns false.
  template <class Take>
  void each(UnitSieve* sieve, Take take) const {
    bool goes_on = true;
    for (const WorkInfo& work : works_) {
      if (!goes_on) return;
      const std::vector<AlignedUnit> rows = work.kind == WorkKind::documents
                                                ? units_of_rows(store_.multitext(work.id))
                                                : std::vector<AlignedUnit>();
      store_.each_unit({work.id}, [&](const StoredUnit& stored) {
        if (!fits(stored.verdict, verdict_)) {
          if (sieve != nullptr) sieve->count(DropReason::verdict);
          return true;
        }
        TranslationUnit unit = stored.number < rows.size()
                                   ? row_unit(rows[stored.number], work)
                                   : completed(stored, work);
        goes_on = unit.variants.empty() || take(unit, work.name);
        return goes_on;
      });
    }
  }

  [[nodiscard]] std::vector<Language> languages() const {
    std::vector<Language> languages;
    each(nullptr, [&](const TranslationUnit& unit, const std::string&) {
      for (const Variant& variant : unit.variants)
        if (std::ranges::find(languages, variant.language) == languages.end())
          languages.push_back(variant.language);
      return true;
    });
    return languages;
  }

 private:
  [[nodiscard]] TranslationUnit row_unit(const AlignedUnit& row,
                                         const WorkInfo& work) const {
    return unit_from_row(row, {work.languages.front(), work.name, tells_kinds_});
  }

  /// Where several works go into one file, each unit says where it comes from.
  [[nodiscard]] TranslationUnit completed(const StoredUnit& stored,
                                          const WorkInfo& work) const {
    TranslationUnit unit = stored.unit;
    if (works_.size() > 1 && value_of(unit.properties, document_property) == nullptr)
      unit.properties.insert(unit.properties.begin(),
                             {std::string(document_property), work.name});
    return unit;
  }

  const Store& store_;
  std::vector<WorkInfo> works_;
  std::optional<WantedVerdict> verdict_;
  bool tells_kinds_;
};

UnitOutputSettings output_settings(const ExportOptions& given, const MemoryHeader& header,
                                   const WorksExport& works, Streams& streams) {
  UnitOutputSettings settings;
  settings.format = format_to_write(given.format);
  settings.file = given.out.value_or("").string();
  settings.standard_output = &streams.out;
  settings.split = given.split.settings();
  settings.writer.header = header;
  settings.writer.program_version = version;
  settings.writer.safe_cells = given.safe_cells;
  auto& languages = settings.writer.languages;
  languages = given.languages;
  require_pair_at_most(languages, settings.format);
  if (!languages.empty()) return settings;
  if (has_columns(settings.format) || settings.format == UnitFormat::dataset)
    languages = works.languages();
  if (is_of_two_languages(settings.format) &&
      !is_kept_by_place(header.format, settings.format))
    languages = pair_of(works.languages(), settings.format);
  return settings;
}

DatasetRequest dataset_request(const ExportOptions& given, std::vector<WorkInfo> chosen) {
  DatasetRequest request;
  request.languages = given.languages;
  for (const WorkInfo& work : chosen)
    for (const Language language : work.languages)
      if (given.languages.empty() &&
          std::ranges::find(request.languages, language) == request.languages.end())
        request.languages.push_back(language);
  request.works = std::move(chosen);
  request.corpus = given.corpus;
  request.out = needed("out", given.out);
  request.filter = given.filter;
  leave_out_doubtful(UnitFormat::dataset, request.filter);
  request.wants_verdict = [wanted = given.verdict](Verdict verdict) {
    return fits(verdict, wanted);
  };
  request.split = given.split.settings().value_or(SplitSettings{});
  request.licence = given.licence;
  request.overlap = given.overlap;
  request.settings = given.settings;
  return request;
}

/// A folder is written for all pairs of languages.
std::optional<PairsForm> wanted_pairs(const ExportOptions& given) {
  const bool is_folder = given.out && given.out->string().ends_with('/');
  const auto form = is_folder ? pairs_form_of(given.format) : std::nullopt;
  if (given.has_borders && form != PairsForm::moses)
    throw UsageError("--document-borders goes with --format moses --out FOLDER/");
  if (form && (given.quality || given.split.settings() || given.report ||
               needs_all_units(given.filter.plan)))
    throw UsageError(
        "all pairs at once take no --split, --quality, --report, no order and "
        "no sample of so many units");
  return form;
}

Exit export_all_pairs(const Store& store, const ExportOptions& given, PairsForm form,
                      Streams streams) {
  PairsRequest request;
  request.works = wanted_works(store, given);
  request.out = given.out.value();
  request.form = form;
  request.languages = given.languages;
  request.filter = given.filter;
  request.wants_verdict = [wanted = given.verdict](Verdict verdict) {
    return fits(verdict, wanted);
  };
  request.has_borders = given.has_borders;
  return export_pairs(store, request, streams);
}

Exit export_works(const Store& store, const ExportOptions& given, Streams streams) {
  const std::vector<WorkInfo> chosen = wanted_works(store, given);
  if (given.format == "dataset" && (given.quality || needs_all_units(given.filter.plan)))
    throw UsageError(
        "a data set takes no --quality, no order and no sample of units; a "
        "share can be sampled");
  if (given.format == "dataset")
    return export_dataset(store, dataset_request(given, chosen), streams);
  if (!given.licence.empty() || given.overlap)
    throw UsageError("--licence and --overlap are for --format dataset");
  const WorksExport works(store, chosen, given);
  Progress progress(streams);
  UnitProgress counted(progress);
  const UnitOutputSettings settings =
      output_settings(given, header_of(store, chosen), works, streams);
  UnitFilterSettings wanted = given.filter;
  wanted.languages = given.languages;
  leave_out_doubtful(settings.format, wanted);
  const auto output = open_output(settings);
  UnitSieve sieve(wanted, given.quality, *output);
  works.each(&sieve, [&](TranslationUnit& unit, const std::string& work) {
    sieve.put(std::move(unit), work);
    counted.count();
    return true;
  });
  const Exported exported = sieve.commit();
  return report_units(given.report, exported, sieve.filter(), streams);
}

/// One document without further wishes goes out with its segments, and by beads.
bool is_of_documents(const std::vector<WorkInfo>& works, const ExportOptions& given) {
  return works.size() == 1 && works.front().kind == WorkKind::documents && given.is_plain &&
         is_for_documents(given.format);
}

Exit run_export(std::span<const std::string_view> words, Streams streams) {
  const ExportOptions given = export_options(words);
  const auto pairs = wanted_pairs(given);
  const Store store = Store::open(given.corpus);
  if (pairs) return export_all_pairs(store, given, *pairs, streams);
  return is_of_documents(store.works(), given) ? export_documents(given, streams)
                                               : export_works(store, given, streams);
}

}  // namespace

const Command export_command{"export", "Write the corpus in a format that other tools read",
                             embedded::export_txt, run_export};

}  // namespace hexapla::cli
