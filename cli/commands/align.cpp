#include "align/align_versions.hpp"
#include "cli/command.hpp"
#include "cli/commands/align_into.hpp"
#include "cli/commands/align_segmented.hpp"
#include "cli/commands/align_words.hpp"
#include "cli/commands/segmented_versions.hpp"
#include "cli/documents/read_document.hpp"
#include "cli/files.hpp"
#include "cli/options/align_options.hpp"
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

std::vector<SegmentedDocument> read_versions(const AlignOptions& given, Progress& progress,
                                             std::ostream& err) {
  if (!given.languages.empty() && given.languages.size() != given.files.size())
    throw UsageError("--languages names " + std::to_string(given.languages.size()) +
                     " languages for " + std::to_string(given.files.size()) + " files");
  std::vector<SegmentedDocument> versions;
  std::set<Language> seen;
  for (std::size_t i = 0; i < given.files.size(); ++i) {
    progress.say("reading " + given.files[i]);
    const auto language =
        given.languages.empty() ? std::nullopt : std::optional(given.languages[i]);
    ReadOptions reading{language, std::nullopt};
    reading.recognise = given.recognise;
    reading.say = [&](std::string_view doing) { progress.say(doing); };
    ReadDocument read = read_document(std::filesystem::path(given.files[i]), reading);
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

void require_pivot(const AlignOptions& given,
                   const std::vector<SegmentedDocument>& versions) {
  const std::vector<Language> there = languages_of(versions);
  if (given.pivot && std::ranges::find(there, *given.pivot) == there.end())
    throw UsageError("none of the files is in the pivot's language, " +
                     std::string(given.pivot->tag()));
}

/// A corpus file, new or there, for whole documents.
Exit align_documents(const AlignOptions& given, Streams streams) {
  AlignRequest request;
  request.settings = versions_settings(given);
  Progress progress(streams);
  if (given.termbase)
    request.termbase = read_termbase_file(*given.termbase, {}, streams.err);
  request.versions = read_versions(given, progress, streams.err);
  const std::vector<Language> columns = languages_of(request.versions);
  require_pivot(given, request.versions);
  request.versions = pivot_first(std::move(request.versions), given.pivot);
  const auto known = known_among(given.words, languages_of(request.versions), columns);
  request.settings.words = words_between(known);
  request.anchors = confirmed_beads(given, request.versions);
  const StoredWork stored = align_to_corpus(given, std::move(request), progress, streams);
  streams.err << given.out.value_or(given.into.value_or("")).string() << ": "
              << counted(stored.multitext.documents.size(), "document") << ", "
              << counted(stored.multitext.rows.size(), "row") << ", "
              << counted(stored.findings, "finding") << '\n';
  report_alignment(given, stored.multitext, streams);
  return Exit::done;
}

Exit run_align(std::span<const std::string_view> words, Streams streams) {
  const AlignOptions given = align_options(words);
  if (given.between_words) return align_words_of_lines(given, streams);
  if (!given.segmented) return align_documents(given, streams);
  return given.files.size() <= 2 ? align_segmented(given, streams)
                                 : align_segmented_versions(given, streams);
}

}  // namespace

const Command align_command{"align",
                            "Pair the sentences of two to six versions of a document",
                            embedded::align_txt, run_align};

}  // namespace hexapla::cli
