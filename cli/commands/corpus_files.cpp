#include "cli/commands/collection/check_sources.hpp"
#include "cli/commands/group_verbs.hpp"
#include "cli/files.hpp"
#include "cli/interrupts.hpp"
#include "cli/option_table.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/version.hpp"
#include "corpus/database/replace_file.hpp"
#include "corpus/store.hpp"
#include "workbench/merge_works.hpp"

#include <deque>
#include <filesystem>
#include <ostream>
#include <set>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

struct CorpusOptions {
  fs::path file;
  bool jsonl = false;
  std::optional<fs::path> sources;
  fs::path out;
};

/// The options of a verb about one corpus file, which has those that `add` names.
template <class Add>
CorpusOptions corpus_options(std::span<const std::string_view> words, Add add) {
  CorpusOptions given;
  OptionTable table;
  table.only_file("corpus file", given.file);
  table.file_words({});
  add(table, given);
  table.read(words);
  return given;
}

std::string tags_of(const WorkInfo& work) {
  std::string tags;
  for (const Language language : work.languages)
    tags += (tags.empty() ? "" : ",") + std::string(language.tag());
  return tags;
}

std::vector<std::string> tag_list(const WorkInfo& work) {
  std::vector<std::string> tags;
  for (const Language language : work.languages)
    tags.emplace_back(language.tag());
  return tags;
}

void write_work(const WorkInfo& work, bool as_json, std::ostream& out) {
  if (as_json) {
    out << nlohmann::ordered_json{{"work", work.name},
                                  {"kind", name_of(work.kind)},
                                  {"symbol", work.symbol},
                                  {"date", work.date},
                                  {"revision", work.revision},
                                  {"languages", tag_list(work)},
                                  {"rows", work.rows}}
               .dump()
        << '\n';
    return;
  }
  out << work.name << '\t' << name_of(work.kind) << '\t' << work.symbol << '\t' << work.date
      << '\t' << tags_of(work) << '\t' << work.rows << " rows";
  if (work.revision > 0) out << "\trevision " << work.revision;
  out << '\n';
}

/// Two names, or one file named twice through links.
bool same_file(const fs::path& one, const fs::path& other) {
  std::error_code unknown;
  return fs::equivalent(one, other, unknown);
}

}  // namespace

Exit corpus_info(std::span<const std::string_view> words, Streams streams) {
  const auto [file, as_json, sources, out] = corpus_options(
      words, [](OptionTable& table, CorpusOptions& given) { table.jsonl(given.jsonl); });
  const Store store = Store::open(file);
  for (const WorkInfo& work : store.works())
    write_work(work, as_json, streams.out);
  streams.err << file.string() << ": " << counted(store.works().size(), "work") << ", "
              << counted(store.decisions().size(), "decision") << ", "
              << counted(store.runs().size(), "run") << ", " << fs::file_size(file)
              << " bytes, begun by " << store.program() << '\n';
  return Exit::done;
}

Exit corpus_check(std::span<const std::string_view> words, Streams streams) {
  const auto [file, as_json, sources, out] =
      corpus_options(words, [](OptionTable& table, CorpusOptions& given) {
        table.jsonl(given.jsonl);
        table.value("sources", given.sources);
        table.files(FileUse::read, {"sources"});
      });
  Progress progress(streams);
  progress.say("checking " + file.string());
  const Store store = Store::open(file);
  std::vector<std::string> faults = store.faults();
  std::string compared;
  if (sources && faults.empty()) {
    SourceCheck check = check_sources(store, *sources);
    faults = std::move(check.faults);
    compared = "; " + counted(check.same, "source") + " as before, " +
               std::to_string(check.missing) + " not there or of unknown hash; " +
               std::to_string(check.found) + " of " + counted(check.rows, "row") +
               " found in their sources";
  }
  for (const std::string& fault : faults) {
    if (as_json) {
      streams.out << nlohmann::ordered_json{{"fault", fault}}.dump(
                         -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                  << '\n';
    } else {
      streams.out << fault << '\n';
    }
  }
  if (!faults.empty()) {
    streams.err
        << "hexapla: " << file.string() << ": " << faults.size()
        << " faults; take an older copy, or hexapla corpus rebuild what can be read\n";
    return Exit::failed;
  }
  streams.err << file.string() << ": sound" << compared << '\n';
  return Exit::done;
}

namespace {

/// Several corpora into a new one, in the order of the works' names.
Exit merge_anew(const std::vector<std::string>& files, const fs::path& out,
                Streams streams) {
  std::vector<Store> stores;
  for (const std::string& file : files) {
    if (same_file(file, out)) throw UsageError(file + " is read; --out takes another name");
    stores.push_back(Store::open(file));
  }
  std::vector<const Store*> sources;
  for (const Store& store : stores)
    sources.push_back(&store);
  const WorksByName all = works_by_name(sources);
  for (const WorkSource& source : all.left_out)
    streams.err << "hexapla: the work " << source.work.name << " is in two of the files: "
                << "that of the later one was left out\n";
  Progress progress(streams);
  require_spared(out, OutputKind::corpus);
  const RemovedOnInterrupt guard(temporary_beside(out));
  Store store = Store::create(out, program_name);
  store.copy_works(all.works,
                   [&](const std::string& work) { progress.say("copying " + work); });
  store.publish();
  note_commit();
  streams.err << out.string() << ": " << counted(all.works.size(), "work") << " copied, "
              << all.left_out.size() << " left out\n";
  return all.left_out.empty() ? Exit::done : Exit::findings;
}

}  // namespace

Exit corpus_merge(std::span<const std::string_view> words, Streams streams) {
  std::vector<std::string> files;
  std::optional<fs::path> out;
  OptionTable table;
  table.words("a corpus file and those whose works it is to get are needed", files, 1);
  table.value("out", out);
  table.file_words({});
  table.files(FileUse::written_corpus, {"out"});
  table.read(words);
  if (out) return merge_anew(files, *out, streams);
  if (files.size() < 2)
    throw UsageError("a corpus file and those whose works it is to get are needed");
  Store store = Store::open(files.front());
  Progress progress(streams);
  std::set<std::string> names;
  for (const WorkInfo& work : store.works())
    names.insert(work.name);
  std::deque<Store> others;  // they stay where they are
  std::vector<WorkSource> copied;
  std::size_t conflicts = 0;
  for (const std::string& file : std::span(files).subspan(1)) {
    if (same_file(file, files.front()))
      throw UsageError(file + " is the corpus that is to get the works");
    others.push_back(Store::open(file));
    for (WorkInfo& work : others.back().works()) {
      if (names.insert(work.name).second) {
        copied.push_back({&others.back(), std::move(work)});
        continue;
      }
      streams.err << "hexapla: " << file << ": the work " << work.name
                  << " was left out: there is one of that name\n";
      ++conflicts;
    }
  }
  store.copy_works(copied,
                   [&](const std::string& work) { progress.say("copying " + work); });
  note_commit();
  streams.err << files.front() << ": " << counted(copied.size(), "work") << " copied, "
              << conflicts << " left out\n";
  return conflicts == 0 ? Exit::done : Exit::findings;
}

Exit corpus_vacuum(std::span<const std::string_view> words, Streams streams) {
  const fs::path file = corpus_options(words, [](OptionTable& table, CorpusOptions&) {
                          table.file_words({.first = FileUse::changed_corpus});
                        }).file;
  const std::uintmax_t before = fs::file_size(file);
  {
    Store store = Store::open(file);
    store.vacuum();
    note_commit();
  }
  streams.err << file.string() << ": " << before << " bytes before, " << fs::file_size(file)
              << " now\n";
  return Exit::done;
}

Exit corpus_rebuild(std::span<const std::string_view> words, Streams streams) {
  const auto [file, as_json, sources, out] =
      corpus_options(words, [](OptionTable& table, CorpusOptions& given) {
        table.required("out", given.out);
        table.files(FileUse::written_corpus, {"out"});
      });
  const Store old = Store::open(file);
  Progress progress(streams);
  require_spared(out, OutputKind::corpus);
  const RemovedOnInterrupt guard(temporary_beside(out));
  Store store = Store::create(out, program_name);
  std::vector<WorkSource> works;
  for (WorkInfo& work : old.works())
    works.push_back({&old, std::move(work)});
  store.copy_works(works,
                   [&](const std::string& work) { progress.say("replaying " + work); });
  store.publish();
  note_commit();
  streams.err << out.string() << ": " << counted(works.size(), "work")
              << " with decisions and all\n";
  return Exit::done;
}

}  // namespace hexapla::cli
