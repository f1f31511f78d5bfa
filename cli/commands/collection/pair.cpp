#include "align/parallel_for.hpp"
#include "cli/command.hpp"
#include "cli/commands/collection/collect_files.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli_data.hpp"
#include "collection/works_table.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <thread>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

struct PairOptions {
  std::vector<std::string> folders;
  std::optional<fs::path> out;
  std::optional<std::string> pattern;
  WordOptions words;
  std::optional<std::uint32_t> threads;
};

PairOptions pair_options(std::span<const std::string_view> words) {
  PairOptions given;
  OptionTable table;
  table.words("a folder is needed", given.folders, 1);
  table.value("out", given.out);
  table.value("template", given.pattern);
  table.value("lexicon", given.words.lexicon);
  table.positive("threads", given.threads);
  table.file_words({});
  table.files(FileUse::read, {"lexicon"});
  table.files(FileUse::written, {"out"});
  table.read(words);
  for (const std::string& folder : given.folders)
    if (!fs::is_directory(folder)) throw UsageError(folder + " is no folder");
  return given;
}

/// What is known of the words of each language, with English as the target.
ContentPrinter printer_of(const WordOptions& words) {
  ContentPrinter printer;
  for (const Language language : languages::official) {
    if (language == languages::en) continue;
    const std::array pair{language, languages::en};
    for (const KnownLanguages& known : known_among(words, pair, pair))
      for (const PriorLexicon& lexicon : known.lexicons)
        printer.learn(language, lexicon);
  }
  return printer;
}

/// "wrong language" of "wrong language: the name says es, ...".
std::string kind_of(const std::string& problem) {
  return problem.substr(0, problem.find(':'));
}

void report_problems(const std::vector<PairedFile>& files, std::ostream& err) {
  std::set<std::string> works;
  std::map<std::string, std::size_t> problems;
  for (const PairedFile& file : files) {
    if (file.problem.empty()) works.insert(file.work);
    if (!file.problem.empty()) ++problems[kind_of(file.problem)];
  }
  std::size_t count = 0;
  for (const auto& [kind, files_with] : problems)
    count += files_with;
  err << counted(files.size(), "file") << ", " << files.size() - count << " of them in "
      << counted(works.size(), "work") << ", " << counted(count, "problem");
  std::string_view before = ": ";
  for (const auto& [kind, files_with] : problems) {
    err << before << files_with << ' ' << kind;
    before = ", ";
  }
  err << '\n';
}

/// Languages among `files` of which no content was compared.
void tell_what_is_unknown(const std::vector<CollectedFile>& files, std::ostream& err) {
  std::set<std::string> unknown;
  for (const CollectedFile& file : files)
    if (!file.can_compare && file.language)
      unknown.insert(std::string(file.language->tag()));
  if (unknown.empty()) return;
  std::string list;
  for (const std::string& tag : unknown)
    list += (list.empty() ? "" : ", ") + tag;
  err << "no lexicon knows the words of " << list
      << ": whether these files are parallel was not looked at; name a folder of lexicons, "
         "--lexicon corpora/lexicons\n";
}

Exit run_pair(std::span<const std::string_view> words, Streams streams) {
  const PairOptions given = pair_options(words);
  std::optional<NameTemplate> pattern;
  if (given.pattern) pattern.emplace(*given.pattern);
  const ContentPrinter printer = printer_of(given.words);
  Progress progress(streams);
  const std::vector<FoundFile> found = files_in(given.folders, given.out);
  if (found.empty()) throw UsageError("there are no files in " + given.folders.front());
  std::vector<CollectedFile> files(found.size());
  SharedProgress shared(progress, "reading", found.size());
  parallel_for(found.size(), threads_of(given.threads), [&](std::size_t i) {
    files[i] = collected(found[i], pattern, printer);
    shared.done_one();
  });
  tell_what_is_unknown(files, streams.err);
  progress.say("pairing");
  const std::vector<PairedFile> paired = pair_files(std::move(files));
  if (given.out) {
    write_file(*given.out, [&](std::ostream& out) { write_works_table(out, paired); });
  } else {
    write_works_table(streams.out, paired);
  }
  report_problems(paired, streams.err);
  const bool sound = std::ranges::all_of(
      paired, [](const PairedFile& file) { return file.problem.empty(); });
  return sound ? Exit::done : Exit::findings;
}

}  // namespace

const Command pair_command{"pair", "Find out which files are versions of one document",
                           embedded::pair_txt, run_pair};

}  // namespace hexapla::cli
