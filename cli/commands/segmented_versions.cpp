#include "cli/commands/segmented_versions.hpp"

#include "align/align_versions.hpp"
#include "align/input/segmented_text.hpp"
#include "align/links.hpp"
#include "cli/files.hpp"
#include "cli/options/anchors_file.hpp"
#include "cli/options/lexicons.hpp"
#include "cli/options/versions_settings.hpp"
#include "cli/print/alignment_summary.hpp"
#include "cli/progress.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <ostream>
#include <set>
#include <system_error>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// The lines as segments of one block, since nothing is known of paragraphs.
SegmentedDocument document_of_lines(const std::string& file, Language language) {
  SegmentedDocument version;
  version.document.name = as_utf8(fs::path(file).filename().string());
  version.document.language = language;
  version.document.text = admit_segments(read_file(file), file);
  std::string& text = version.document.text;
  if (text.ends_with('\n')) text.pop_back();
  std::size_t begin = 0;
  for (const std::string_view line : parts_of(text, '\n')) {
    version.segments.push_back({{begin, begin + line.size()}, 0});
    begin += line.size() + 1;
  }
  version.document.blocks.push_back({BlockKind::paragraph, {0, text.size()}, ""});
  return version;
}

std::vector<SegmentedDocument> read_segmented(const AlignOptions& given) {
  const std::vector<Language>& languages = given.languages;
  if (languages.size() != given.files.size())
    throw UsageError("--languages names " + std::to_string(languages.size()) +
                     " languages for " + std::to_string(given.files.size()) + " files");
  if (std::set(languages.begin(), languages.end()).size() != languages.size())
    throw UsageError("--languages names a language twice");
  std::vector<SegmentedDocument> versions;
  for (std::size_t i = 0; i < languages.size(); ++i)
    versions.push_back(document_of_lines(given.files[i], languages[i]));
  return versions;
}

}  // namespace

Exit align_segmented_versions(const AlignOptions& given, Streams streams) {
  const fs::path& folder = given.out.value();
  Progress progress(streams);
  std::vector<SegmentedDocument> versions = read_segmented(given);
  const auto confirmed = confirmed_beads(given, versions);
  progress.say("aligning");
  VersionsSettings settings = versions_settings(given);
  const auto known = known_among(given.words, given.languages, given.languages);
  settings.words = words_between(known);
  const Multitext multitext = align_versions(std::move(versions), {}, confirmed, settings);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(Fault::unwritable, {folder.string(), 0}, error.message());
  const auto tag_of = [&](std::uint32_t document) {
    return std::string(multitext.documents[document].document.language.tag());
  };
  for (const Bitext& bitext : multitext.bitexts)
    write_file(folder / (tag_of(bitext.source) + "-" + tag_of(bitext.target) + ".align"),
               [&](std::ostream& file) { write_links(file, bitext.beads); });
  report_alignment(given, multitext, streams);
  return Exit::done;
}

}  // namespace hexapla::cli
