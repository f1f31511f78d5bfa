#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/print/statistics_text.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "report/statistics_json.hpp"
#include "stats/statistics_counter.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"work"}, Option{"languages"}, Option{"top"},
                             Option{"format"}, Option{"out"}};
constexpr std::size_t usual_top = 10;  // words of each language

std::size_t top_in(const Arguments& arguments) {
  const auto given = arguments.value("top");
  if (!given) return usual_top;
  std::size_t top = 0;
  const auto [end, error] =
      std::from_chars(given->data(), given->data() + given->size(), top);
  if (error != std::errc() || end != given->data() + given->size())
    throw UsageError("--top is a number of words");
  return top;
}

std::vector<WorkInfo> wanted_works(const Arguments& arguments, const Store& store) {
  if (const auto name = arguments.value("work")) return {store.work(*name)};
  return store.works();
}

/// Those of the works, each once, in their order; or those that are wanted.
std::vector<Language> languages_of(const Arguments& arguments,
                                   const std::vector<WorkInfo>& works) {
  if (const auto tags = arguments.value("languages")) return languages_in(*tags);
  std::vector<Language> languages;
  for (const WorkInfo& work : works)
    for (const Language language : work.languages)
      if (std::ranges::find(languages, language) == languages.end())
        languages.push_back(language);
  return languages;
}

void count_work(const Store& store, const WorkInfo& work, StatisticsCounter& counter,
                UnitProgress& progress) {
  std::vector<RowText> texts;
  store.each_unit({work.id}, [&](const StoredUnit& stored) {
    texts.clear();
    for (const Variant& variant : stored.unit.variants)
      texts.push_back({variant.language, variant.text});
    counter.add(texts, {.confidence = stored.unit.confidence,
                        .confirmed = stored.verdict == Verdict::confirmed,
                        .rejected = stored.verdict == Verdict::rejected,
                        .of_documents = work.kind == WorkKind::documents});
    progress.count();
    return true;
  });
  if (work.kind == WorkKind::documents) counter.add_links(store.multitext(work.id));
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::filesystem::path file = arguments.only_file("corpus file");
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "json") throw UsageError("--format is text or json");
  const std::size_t top = top_in(arguments);
  const Store store = Store::open(file);
  const std::vector<WorkInfo> works = wanted_works(arguments, store);
  Progress progress(streams);
  UnitProgress counted(progress);
  StatisticsCounter counter(languages_of(arguments, works));
  for (const WorkInfo& work : works)
    count_work(store, work, counter, counted);
  const Statistics statistics = counter.figures(top);
  const std::string title = arguments.value_or("work", file.filename().string());
  progress.say("");
  const auto write = [&](Streams& to) {
    if (format == "json") {
      write_statistics_json(to.out, title, statistics);
    } else {
      write_statistics_text(title, works.size(), statistics, to);
    }
  };
  if (const auto out = arguments.value("out")) {
    write_file(*out, [&](std::ostream& stream) {
      Streams to{streams.in, stream, streams.err};
      write(to);
    });
  } else {
    write(streams);
  }
  return Exit::done;
}

}  // namespace

const Command stats_command{"stats",
                            "Count what the corpus is made of: sizes, links, words",
                            embedded::stats_txt, run};

}  // namespace hexapla::cli
