#include "workbench/drift.hpp"

#include "align/aligned_unit.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
#include "cli/options/term_files.hpp"
#include "cli/print/drift_output.hpp"
#include "cli/progress.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

struct DriftOptions {
  std::filesystem::path corpus;
  std::optional<std::string> termbase;
  std::vector<Language> languages;  ///< Empty: all.
  std::optional<std::string> concept_id;
  bool by_body = false;
  bool changes_only = false;
  void (*write)(std::ostream& out, const DriftReport& report) = write_drift_text;
  std::optional<std::filesystem::path> out;
};

void bind_options(OptionTable& table, DriftOptions& given) {
  table.only_file("corpus file", given.corpus);
  table.value("termbase", given.termbase);
  table.value("languages", given.languages);
  table.value("concept", given.concept_id);
  table.choice("by", given.by_body, {{"year", false}, {"body", true}});
  table.flag("changes", given.changes_only);
  table.choice("format", given.write,
               {{"text", write_drift_text},
                {"tsv", write_drift_tsv},
                {"jsonl", write_drift_jsonl},
                {"html", write_drift_html}});
  table.value("out", given.out);
  table.file_words({});
  table.files(FileUse::read, {"termbase"});
  table.files(FileUse::written, {"out"});
}

bool is_wanted(const Drift& drift, const DriftOptions& given) {
  const auto& languages = given.languages;
  return (languages.empty() ||
          std::ranges::find(languages, drift.language) != languages.end()) &&
         (!given.concept_id || *given.concept_id == drift.concept_id);
}

/// A work's own termbase, unless another is given.
std::vector<DriftLine> counted_in(const Store& store, const DriftOptions& given,
                                  Streams& streams) {
  std::optional<Termbase> named;
  if (given.termbase) named = read_termbase_file(*given.termbase, {}, streams.err);
  DriftCounter counter(given.by_body ? DriftCounter::Bodies::apart
                                     : DriftCounter::Bodies::together);
  Progress progress(streams);
  for (const WorkInfo& work : store.works()) {
    progress.say("reading " + work.name);
    const bool is_memory = work.kind == WorkKind::memory;
    const Termbase own = named || is_memory ? Termbase() : store.termbase(work.id);
    counter.add(work, units_of_rows(texts_of_work(store, work.id)), named ? *named : own);
  }
  std::vector<DriftLine> lines;
  for (Drift& drift : counter.result()) {
    if (!is_wanted(drift, given)) continue;
    auto changes = changes_in(drift);
    if (!given.changes_only || !changes.empty())
      lines.push_back({std::move(drift), std::move(changes)});
  }
  return lines;
}

Exit run_drift(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<DriftOptions>(words);
  const Store store = Store::open(given.corpus);
  const DriftReport report{given.corpus.filename().string(),
                           counted_in(store, given, streams)};
  const auto write = [&](std::ostream& out) { given.write(out, report); };
  if (given.out) {
    write_file(*given.out, write);
  } else {
    write(streams.out);
  }
  if (report.lines.empty())
    streams.err << "nothing of the termbase is said, or no work has one; name it with "
                   "--termbase\n";
  return Exit::done;
}

}  // namespace

const Command drift_command{"drift", "Show how terms were rendered over the years",
                            embedded::drift_txt, run_drift};

}  // namespace hexapla::cli
