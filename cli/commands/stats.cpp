#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
#include "cli/print/statistics_text.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "report/statistics_json.hpp"
#include "stats/statistics_counter.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

struct StatsOptions {
  std::filesystem::path corpus;
  std::optional<std::string> work;
  std::vector<Language> languages;  ///< Empty: those of the works.
  std::size_t top = 10;             ///< Words of each language.
  bool as_json = false;
  std::optional<std::filesystem::path> out;
};

void bind_options(OptionTable& table, StatsOptions& given) {
  table.only_file("corpus file", given.corpus);
  table.value("work", given.work);
  table.value("languages", given.languages);
  table.value("top", given.top);
  table.choice("format", given.as_json, {{"text", false}, {"json", true}});
  table.value("out", given.out);
  table.file_words({});
  table.files(FileUse::written, {"out"});
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

Exit run_stats(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<StatsOptions>(words);
  const Store store = Store::open(given.corpus);
  const std::vector<WorkInfo> works =
      given.work ? std::vector{store.work(*given.work)} : store.works();
  Progress progress(streams);
  UnitProgress counted(progress);
  StatisticsCounter counter(given.languages.empty() ? languages_of(works)
                                                    : given.languages);
  for (const WorkInfo& work : works)
    count_work(store, work, counter, counted);
  const Statistics statistics = counter.figures(given.top);
  const std::string title = given.work.value_or(given.corpus.filename().string());
  progress.say("");
  const auto write = [&](Streams& to) {
    if (given.as_json) {
      write_statistics_json(to.out, title, statistics);
    } else {
      write_statistics_text(title, works.size(), statistics, to);
    }
  };
  if (given.out) {
    write_file(*given.out, [&](std::ostream& stream) {
      Streams to{streams.in, stream, streams.err};
      write(to);
    });
  } else {
    write(streams);
  }
  return Exit::done;
}

}  // namespace

const Command stats_command{"stats", "Count sizes, links and words of a corpus",
                            embedded::stats_txt, run_stats};

}  // namespace hexapla::cli
