#include "align/aligned_unit.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/commands/export_documents.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "exchange/shared_names.hpp"
#include "workbench/unit_from_row.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

constexpr std::array own_options{Option{"format"}, Option{"out"},     Option{"languages"},
                                 Option{"work"},   Option{"verdict"}, Option{"report"}};

std::vector<Option> all_options() {
  std::vector<Option> options(own_options.begin(), own_options.end());
  options.insert(options.end(), filter_options.begin(), filter_options.end());
  options.insert(options.end(), split_options.begin(), split_options.end());
  return options;
}

/// What people must have said of a unit that goes out.
enum class WantedVerdict : std::uint8_t { any, confirmed, not_rejected };

WantedVerdict wanted_verdict(const Arguments& arguments) {
  const std::string words = arguments.value_or("verdict", "any");
  if (words == "any") return WantedVerdict::any;
  if (words == "confirmed") return WantedVerdict::confirmed;
  if (words == "not-rejected") return WantedVerdict::not_rejected;
  throw UsageError("--verdict is confirmed or not-rejected");
}

bool fits(Verdict verdict, WantedVerdict wanted) {
  if (wanted == WantedVerdict::confirmed) return verdict == Verdict::confirmed;
  return wanted == WantedVerdict::any || verdict != Verdict::rejected;
}

std::vector<WorkInfo> wanted_works(const Store& store, const Arguments& arguments) {
  std::vector<WorkInfo> works = store.works();
  const auto name = arguments.value("work");
  if (!name) return works;
  std::erase_if(works, [&](const WorkInfo& work) { return work.name != *name; });
  if (works.empty()) throw UsageError("the corpus has no work named " + *name);
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
  WorksExport(const Store& store, std::vector<WorkInfo> works, const Arguments& arguments)
      : store_(store),
        works_(std::move(works)),
        verdict_(wanted_verdict(arguments)),
        tells_kinds_(arguments.required("format") == "jsonl") {}

  /// Hands each unit with the name of its work to `take`, until it returns false.
  template <class Take>
  void each(UnitFilter* filter, Take take) const {
    bool goes_on = true;
    for (const WorkInfo& work : works_) {
      if (!goes_on) return;
      const std::vector<AlignedUnit> rows = work.kind == WorkKind::documents
                                                ? units_of_rows(store_.multitext(work.id))
                                                : std::vector<AlignedUnit>();
      store_.each_unit({work.id}, [&](const StoredUnit& stored) {
        if (!fits(stored.verdict, verdict_)) {
          if (filter != nullptr) filter->count(DropReason::verdict);
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
  WantedVerdict verdict_;
  bool tells_kinds_;
};

UnitOutputSettings output_settings(const Arguments& arguments, const MemoryHeader& header,
                                   const WorksExport& works, Streams& streams) {
  UnitOutputSettings settings;
  settings.format = format_to_write(arguments.required("format"));
  settings.file = arguments.value_or("out", "");
  settings.standard_output = &streams.out;
  settings.split = split_settings(arguments);
  settings.writer.header = header;
  settings.writer.program_version = version;
  auto& languages = settings.writer.languages;
  if (const auto tags = arguments.value("languages")) languages = languages_in(*tags);
  require_pair_at_most(languages, settings.format);
  if (!languages.empty()) return settings;
  if (has_columns(settings.format) || settings.format == UnitFormat::dataset)
    languages = works.languages();
  if (is_of_two_languages(settings.format) &&
      !is_kept_by_place(header.format, settings.format))
    languages = pair_of(works.languages(), settings.format);
  return settings;
}

Exit export_works(const Store& store, const Arguments& arguments, Streams streams) {
  const std::vector<WorkInfo> chosen = wanted_works(store, arguments);
  const WorksExport works(store, chosen, arguments);
  Progress progress(streams);
  UnitProgress counted(progress);
  const UnitOutputSettings settings =
      output_settings(arguments, header_of(store, chosen), works, streams);
  const bool names_languages = arguments.has("languages");
  UnitFilterSettings wanted = filter_settings(
      arguments, names_languages ? settings.writer.languages : std::vector<Language>());
  leave_out_doubtful(settings.format, arguments, wanted);
  UnitFilter filter(wanted);
  const auto output = open_output(settings);
  works.each(&filter, [&](TranslationUnit& unit, const std::string& work) {
    if (filter.keeps(unit)) output->add(unit, work);
    counted.count();
    return true;
  });
  const Exported exported = output->commit(left_out_by(filter));
  report_units(arguments, exported, filter, streams);
  return Exit::done;
}

/// One document without further wishes goes out with its segments, and by beads.
bool is_plain_export(const std::vector<WorkInfo>& works, const Arguments& arguments) {
  const bool has_wishes = filters(arguments) || arguments.has("verdict") ||
                          arguments.has("work") || arguments.has("split") ||
                          arguments.has("split-by") || arguments.has("seed") ||
                          arguments.has("report");
  return works.size() == 1 && works.front().kind == WorkKind::documents && !has_wishes &&
         is_for_documents(arguments.required("format"));
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, all_options());
  const std::string format = arguments.required("format");
  if (!is_for_documents(format)) (void)format_to_write(format);
  const Store store = Store::open(arguments.only_file("corpus file"));
  if (is_plain_export(store.works(), arguments))
    return export_documents(format, arguments, streams);
  return export_works(store, arguments, streams);
}

}  // namespace

const Command export_command{"export", "Write the corpus in a format that other tools read",
                             embedded::export_txt, run};

}  // namespace hexapla::cli
