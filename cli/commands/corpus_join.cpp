#include "cli/commands/group_verbs.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/stamp.hpp"
#include "cli/version.hpp"
#include "corpus/store.hpp"
#include "format/tab_field.hpp"
#include "text/error.hpp"
#include "workbench/join_works.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <sstream>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

struct JoinOptions {
  std::vector<std::string> names;  ///< The corpus and two works of it.
  std::optional<Language> through;
  std::optional<std::string> name;
  std::optional<fs::path> ambiguous;
};

void bind_options(OptionTable& table, JoinOptions& given) {
  table.words("name a corpus file and two works of it", given.names, 3, 3);
  table.value("through", given.through);
  table.value("name", given.name);
  table.value("ambiguous", given.ambiguous);
  table.file_words({FileUse::changed_corpus, FileUse::none, FileUse::none});
  table.files(FileUse::written, {"ambiguous"});
}

/// The language that is asked for, else the one that both works have.
Language shared_language(const WorkInfo& first, const WorkInfo& second,
                         const std::optional<Language>& asked) {
  std::vector<Language> shared;
  for (const Language language : first.languages)
    if (std::ranges::find(second.languages, language) != second.languages.end())
      shared.push_back(language);
  if (asked) return *asked;
  std::string names;
  for (const Language language : shared)
    names += (names.empty() ? "" : ", ") + std::string(language.tag());
  if (shared.empty())
    throw UsageError("the works " + first.name + " and " + second.name +
                     " share no language, through which they could be joined");
  if (shared.size() > 1)
    throw UsageError("both works have several languages (" + names +
                     "); say through which they are joined, as in --through " +
                     std::string(shared.front().tag()));
  return shared.front();
}

/// `fr: Le Conseil | ru: Совет`.
std::string renderings_of(const std::vector<TranslationUnit>& units, Language through) {
  std::string words;
  for (const TranslationUnit& unit : units) {
    words += words.empty() ? "" : " / ";
    std::string one;
    for (const Variant& variant : unit.variants)
      if (variant.language != through)
        one += (one.empty() ? "" : " | ") + std::string(variant.language.tag()) + ": " +
               variant.text;
    words += one;
  }
  return words;
}

RunRecord join_run(const JoinOptions& given, Language through) {
  RunRecord run;
  run.stamp = stamp_of_now();
  run.kind = "join";
  run.program = program_name;
  run.settings = {{"first", given.names[1]},
                  {"second", given.names[2]},
                  {"through", std::string(through.tag())}};
  return run;
}

}  // namespace

Exit corpus_join(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<JoinOptions>(words);
  Store store = Store::open(given.names[0]);
  const WorkInfo first = store.work(given.names[1]);
  const WorkInfo second = store.work(given.names[2]);
  if (first.id == second.id) throw UsageError("a work is not joined with itself");
  const Language through = shared_language(first, second, given.through);
  Progress progress(streams);
  progress.say("joining through " + std::string(through.tag()));
  std::ostringstream ambiguous;
  ambiguous << "text\t" << tab_field(first.name) << '\t' << tab_field(second.name) << '\n';
  MemoryHeader header;
  header.format = "join";
  header.source = through;
  MemoryWriter writer = store.add_memory(
      {given.name.value_or(first.name + " + " + second.name), "", ""}, header);
  const JoinCounts counts = join_works(
      store, {first.id, second.id, through},
      [&](const TranslationUnit& unit) { writer.add(unit); },
      [&](const AmbiguousText& text) {
        if (given.ambiguous)
          ambiguous << tab_field(text.text) << '\t'
                    << tab_field(renderings_of(text.first, through)) << '\t'
                    << tab_field(renderings_of(text.second, through)) << '\n';
      });
  if (counts.joined == 0)
    throw Error(Fault::inconsistent, {given.names[0], 0},
                "the works " + first.name + " and " + second.name + " have no text in " +
                    std::string(through.tag()) + " in common; nothing was added");
  // First what may fail: then nothing was added.
  if (given.ambiguous)
    write_file(*given.ambiguous, [&](std::ostream& out) { out << ambiguous.view(); });
  writer.finish(join_run(given, through));
  note_commit();
  streams.err << counted(counts.joined, "unit") << " joined through " << through.tag()
              << "; left out: " << counted(counts.ambiguous, "text")
              << " of several renderings"
              << (given.ambiguous || counts.ambiguous == 0
                      ? ""
                      : " (--ambiguous FILE lists them)")
              << ", " << counted(counts.first_alone, "row") << " of " << first.name
              << " and " << counted(counts.second_alone, "row") << " of " << second.name
              << " without a partner\n";
  return Exit::done;
}

}  // namespace hexapla::cli
