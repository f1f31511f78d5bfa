#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupts.hpp"
#include "cli/progress.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/stamp.hpp"
#include "cli/units/options.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/database/replace_file.hpp"
#include "corpus/store.hpp"
#include "exchange/filter/arrange.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"

#include <filesystem>
#include <optional>
#include <ostream>
#include <set>
#include <thread>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

struct MemoryImportOptions {
  std::vector<std::string> files;
  std::string into;
  UnitInputSettings input;
  UnitFilterSettings filter;
  std::optional<std::string> name;
  std::string symbol;
  std::string date;
  std::optional<ReportForm> report;
};

void bind_options(OptionTable& table, MemoryImportOptions& given) {
  table.words("name a file to import", given.files, 1);
  table.required("into", given.into);
  add_input_options(table, "format", given.input);
  add_filter_options(table, given.filter);
  table.value("name", given.name);
  table.value("symbol", given.symbol);
  table.value("date", given.date);
  add_report_option(table, given.report);
  table.file_words({});
  table.files(FileUse::changed_corpus, {"into"});
}

/// Files that make one work, and its name.
struct NewMemory {
  std::vector<std::string> files;
  NewWork work;
};

std::vector<NewMemory> memories_of(const MemoryImportOptions& given) {
  const auto work_of = [&](const std::string& file) {
    return NewWork{as_utf8(fs::path(file).filename().string()), given.symbol, given.date};
  };
  std::vector<NewMemory> memories;
  if (belong_together(given.files, given.input)) {
    memories.push_back({given.files, work_of(given.files.front())});
  } else {
    for (const std::string& file : given.files)
      memories.push_back({{file}, work_of(file)});
  }
  if (given.name) {
    if (memories.size() > 1)
      throw UsageError("--name names one memory; import one at a time");
    memories.front().work.name = *given.name;
  }
  std::set<std::string> names;
  for (const NewMemory& memory : memories)
    if (!names.insert(memory.work.name).second)
      throw UsageError("two files are called " + memory.work.name +
                       "; import them one at a time, with --name");
  return memories;
}

/// With what a memory was imported, and from which bytes.
RunRecord run_of(const NewMemory& memory, const Arguments& given, Stamp stamp) {
  RunRecord run;
  run.stamp = std::move(stamp);
  run.kind = "import";
  run.program = program_name;
  for (const auto& [name, value] : given.options)
    if (name != "into" && name != "report") run.settings.emplace_back(name, value);
  for (const std::string& file : memory.files)
    if (fs::is_regular_file(file))
      run.inputs.emplace_back(as_utf8(fs::path(file).filename().string()),
                              sha256_of_file(file));
  return run;
}

/// An existing corpus, or a new one that takes its place when all is in it.
class TargetStore {
 public:
  explicit TargetStore(const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error)) {
      store_.emplace(Store::open(file));
      is_new_ = false;
    } else {
      guard_.emplace(temporary_beside(file));
      store_.emplace(Store::create(file, program_name));
    }
  }

  [[nodiscard]] Store& store() { return *store_; }
  void publish() {
    store_->publish();
    note_commit();
  }
  /// A new corpus of the same files has the same bytes.
  [[nodiscard]] Stamp stamp() const {
    return is_new_ ? repeatable_stamp() : stamp_of_now();
  }

 private:
  std::optional<RemovedOnInterrupt> guard_;
  std::optional<Store> store_;
  bool is_new_ = true;
};

Exit run_import(std::span<const std::string_view> words, Streams streams) {
  MemoryImportOptions given;
  OptionTable table;
  bind_options(table, given);
  const Arguments given_options = table.read(words);
  given.filter.languages = wanted_languages(given.files, given.input);
  if (needs_all_units(given.filter.plan))
    throw UsageError("import takes units as they come: no order, no sample of so many");
  const std::vector<NewMemory> memories = memories_of(given);
  Progress progress(streams);
  UnitProgress counted(progress);
  UnitFilter filter(given.filter);
  TargetStore target(given.into);
  Exported exported;
  for (const NewMemory& memory : memories) {
    const UnitInput input = open_units(memory.files, given.input);
    MemoryWriter writer = target.store().add_memory(memory.work, input.reader->header(),
                                                    std::thread::hardware_concurrency());
    for (TranslationUnit unit; input.reader->next(unit);) {
      if (filter.keeps(unit)) writer.add(unit);
      counted.count();
    }
    writer.finish(run_of(memory, given_options, target.stamp()));
    exported.written += writer.added();
    tell_warnings(*input.reader, streams);
  }
  progress.say("writing " + given.into);
  target.publish();
  return report_units(given.report, exported, filter, streams);
}

}  // namespace

const Command import_command{"import", "Take translation memories into a corpus",
                             embedded::import_txt, run_import};

}  // namespace hexapla::cli
