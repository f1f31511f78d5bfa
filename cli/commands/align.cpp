#include "align/align_versions.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/commands/align_into.hpp"
#include "cli/commands/align_segmented.hpp"
#include "cli/commands/segmented_versions.hpp"
#include "cli/documents/read_document.hpp"
#include "cli/embeddings/options.hpp"
#include "cli/files.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/options/term_files.hpp"
#include "cli/options/versions_settings.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "cli_data.hpp"
#include "term/termbase.hpp"

#include <algorithm>
#include <ostream>
#include <set>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"out"},
                             Option{"into"},
                             Option{"work"},
                             Option{"pivot"},
                             Option{"termbase"},
                             Option{"segmented", Takes::nothing},
                             Option{"languages"},
                             Option{"dictionary"},
                             Option{"lexicon"},
                             Option{"corpus"},
                             Option{"save-lexicon"},
                             Option{"translation"},
                             Option{"embeddings", Takes::two_values},
                             Option{"embeddings-url"},
                             Option{"embeddings-model"},
                             Option{"dimension"},
                             Option{"anchors"},
                             Option{"alone", Takes::nothing},
                             Option{"batch"},
                             Option{"threads"},
                             Option{"without"},
                             Option{"widest"},
                             Option{"explain", Takes::nothing},
                             Option{"format"}};

std::vector<SegmentedDocument> read_versions(const Arguments& arguments, Progress& progress,
                                             std::ostream& err) {
  std::vector<Language> given;
  if (const auto tags = arguments.value("languages")) given = languages_in(*tags);
  if (!given.empty() && given.size() != arguments.words.size())
    throw UsageError("--languages names " + std::to_string(given.size()) +
                     " languages for " + std::to_string(arguments.words.size()) + " files");
  std::vector<SegmentedDocument> versions;
  std::set<Language> seen;
  for (std::size_t i = 0; i < arguments.words.size(); ++i) {
    progress.say("reading " + arguments.words[i]);
    const auto language = given.empty() ? std::nullopt : std::optional(given[i]);
    ReadDocument read =
        read_document(std::filesystem::path(arguments.words[i]), {language, std::nullopt});
    report_reading(read.document, err);
    versions.push_back(segmented(std::move(read.document)));
    const Language found = versions.back().document.language;
    if (!seen.insert(found).second)
      throw UsageError("two files are in " + std::string(found.tag()) +
                       "; name their languages with --languages");
  }
  return versions;
}

std::vector<Language> languages_of(const std::vector<SegmentedDocument>& versions) {
  std::vector<Language> languages;
  for (const SegmentedDocument& version : versions)
    languages.push_back(version.document.language);
  return languages;
}

std::optional<Language> pivot_in(const Arguments& arguments,
                                 const std::vector<SegmentedDocument>& versions) {
  const auto tag = arguments.value("pivot");
  if (!tag) return std::nullopt;
  const std::vector<Language> there = languages_of(versions);
  if (std::ranges::find(there, language_in(*tag)) == there.end())
    throw UsageError("none of the files is in the pivot's language, " + *tag);
  return language_in(*tag);
}

/// Options that mean nothing here are refused, lest somebody think that they helped.
void refuse_others(const Arguments& arguments, std::span<const std::string_view> names,
                   const std::string& where) {
  for (const std::string_view name : names)
    if (arguments.has(name))
      throw UsageError("--" + std::string(name) + " is for " + where);
}

/// A corpus file, new or there, for whole documents.
Exit align_documents_into(const Arguments& arguments, Streams streams) {
  if (arguments.words.size() < 2) throw UsageError("two FILEs or more are needed");
  if (arguments.has("out") == arguments.has("into"))
    throw UsageError(
        "--out names a new corpus, --into one that may be there: one is needed");
  AlignRequest given;
  given.settings = versions_settings(arguments);
  Progress progress(streams);
  if (const auto file = arguments.value("termbase"))
    given.termbase = read_termbase_file(*file, {}, streams.err);
  given.versions = read_versions(arguments, progress, streams.err);
  const std::vector<Language> columns = languages_of(given.versions);
  const auto pivot = pivot_in(arguments, given.versions);
  given.versions = pivot_first(std::move(given.versions), pivot);
  const auto known = known_among(arguments, languages_of(given.versions), columns);
  given.settings.words = words_between(known);
  given.anchors = confirmed_beads(arguments, given.versions);
  const StoredWork stored = align_to_corpus(arguments, std::move(given), progress, streams);
  streams.err << arguments.value_or("out", arguments.value_or("into", "")) << ": "
              << counted(stored.multitext.documents.size(), "document") << ", "
              << counted(stored.multitext.rows.size(), "row") << ", "
              << counted(stored.findings, "finding") << '\n';
  report_alignment(arguments, stored.multitext, streams);
  return Exit::done;
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  if (arguments.value_or("format", "jsonl") != "jsonl")
    throw UsageError("--format is jsonl");
  require_fitting_embeddings(arguments);
  constexpr std::array<std::string_view, 3> of_two{"batch", "translation", "save-lexicon"};
  if (arguments.has("segmented")) {
    constexpr std::array<std::string_view, 2> of_documents{"into", "work"};
    refuse_others(arguments, of_documents, "whole documents, not segmented text");
  } else {
    refuse_others(arguments, of_two, "segmented text; see --segmented");
    return align_documents_into(arguments, streams);
  }
  if (arguments.words.size() <= 2) return align_segmented(arguments, streams);
  refuse_others(arguments, of_two, "two languages");
  return align_segmented_versions(arguments, streams);
}

}  // namespace

const Command align_command{"align",
                            "Pair the sentences of two to six versions of a document",
                            embedded::align_txt, run};

}  // namespace hexapla::cli
