#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/database/replace_file.hpp"
#include "corpus/store.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"

#include <filesystem>
#include <optional>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array own_options{Option{"into"},      Option{"format"},
                                 Option{"languages"}, Option{"columns"},
                                 Option{"documents"}, Option{"name"},
                                 Option{"symbol"},    Option{"date"},
                                 Option{"report"},    Option{"strict", Takes::nothing}};

std::vector<Option> all_options() {
  std::vector<Option> options(own_options.begin(), own_options.end());
  options.insert(options.end(), filter_options.begin(), filter_options.end());
  return options;
}

/// Files that make one work, and its name.
struct NewMemory {
  std::vector<std::string> files;
  NewWork work;
};

std::vector<NewMemory> memories_of(const Arguments& arguments,
                                   const UnitInputSettings& settings) {
  if (arguments.words.empty()) throw UsageError("name a file to import");
  const auto name_of = [](const std::string& file) {
    return as_utf8(fs::path(file).filename().string());
  };
  const std::string symbol = arguments.value_or("symbol", "");
  const std::string date = arguments.value_or("date", "");
  std::vector<NewMemory> memories;
  if (belong_together(arguments.words, settings)) {
    memories.push_back({arguments.words, {name_of(arguments.words.front()), symbol, date}});
  } else {
    for (const std::string& file : arguments.words)
      memories.push_back({{file}, {name_of(file), symbol, date}});
  }
  if (const auto name = arguments.value("name")) {
    if (memories.size() > 1)
      throw UsageError("--name names one memory; import one at a time");
    memories.front().work.name = *name;
  }
  std::set<std::string> names;
  for (const NewMemory& memory : memories)
    if (!names.insert(memory.work.name).second)
      throw UsageError("two files are called " + memory.work.name +
                       "; import them one at a time, with --name");
  return memories;
}

/// An existing corpus, or a new one that takes its place when all is in it.
class TargetStore {
 public:
  explicit TargetStore(const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error)) {
      store_.emplace(Store::open(file));
    } else {
      guard_.emplace(temporary_beside(file));
      store_.emplace(Store::create(file, program_name));
    }
  }

  [[nodiscard]] Store& store() { return *store_; }
  void publish() { store_->publish(); }

 private:
  std::optional<RemovedOnInterrupt> guard_;
  std::optional<Store> store_;
};

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, all_options());
  const std::string file = arguments.required("into");
  const UnitInputSettings settings = input_settings(arguments, "format");
  const std::vector<NewMemory> memories = memories_of(arguments, settings);
  Progress progress(streams);
  UnitProgress counted(progress);
  UnitFilter filter(
      filter_settings(arguments, wanted_languages(arguments.words, settings)));
  TargetStore target(file);
  Exported exported;
  for (const NewMemory& memory : memories) {
    const UnitInput input = open_units(memory.files, settings);
    MemoryWriter writer = target.store().add_memory(memory.work, input.reader->header());
    for (TranslationUnit unit; input.reader->next(unit);) {
      if (filter.keeps(unit)) writer.add(unit);
      counted.count();
    }
    writer.finish();
    exported.written += writer.added();
    tell_warnings(*input.reader, streams);
  }
  progress.say("writing " + file);
  target.publish();
  report_units(arguments, exported, filter, streams);
  return Exit::done;
}

}  // namespace

const Command import_command{"import", "Take translation memories into a corpus",
                             embedded::import_txt, run};

}  // namespace hexapla::cli
