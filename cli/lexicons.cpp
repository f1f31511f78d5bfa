#include "cli/lexicons.hpp"

#include "align/lexicon_file.hpp"
#include "cli/files.hpp"
#include "text/utf8.hpp"

#include <filesystem>
#include <ostream>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// Pairs less probable in both directions are no translations but words that often stand
/// beside each other.
constexpr float least_kept = 0.05F;

std::string admitted(const fs::path& file) {
  const std::string bytes = read_file(file);
  require_lines(bytes, file.string());
  return admit_utf8(bytes, file.string());
}

/// The file for the pair in a folder of lexicons, whichever language comes first.
std::optional<fs::path> file_in(const fs::path& folder, Language source, Language target) {
  for (const auto& [first, second] : {std::pair(source, target), std::pair(target, source)}) {
    auto file = folder / (std::string(first.primary()) + "-" +
                          std::string(second.primary()) + ".lexicon");
    if (fs::exists(file)) return file;
  }
  return std::nullopt;
}

}  // namespace

WordSources KnownLanguages::sources() const {
  WordSources sources;
  if (dictionary) sources.dictionary = &*dictionary;
  for (const PriorLexicon& lexicon : lexicons)
    sources.lexicons.push_back(&lexicon);
  return sources;
}

KnownLanguages known_languages(const Arguments& arguments, Language source,
                               Language target) {
  KnownLanguages known;
  if (const auto file = arguments.value("dictionary"))
    known.dictionary = WordBook::read(admitted(*file), *file, source, target);
  if (const auto path = arguments.value("lexicon")) {
    const auto file = fs::is_directory(*path) ? file_in(*path, source, target) : *path;
    if (file)
      known.lexicons.push_back(lexicon_for(read_lexicon(admitted(*file), file->string()),
                                           source, target, file->string()));
  }
  return known;
}

void save_lexicon(const Arguments& arguments, std::span<const BatchPair> pairs,
                  std::span<const std::vector<Bead>> beads) {
  const auto file = arguments.value("save-lexicon");
  if (!file || pairs.empty()) return;
  const NamedLexicon lexicon{pairs[0].source.language, pairs[0].target.language,
                             lexicon_of(pairs, beads).pruned(least_kept)};
  write_file(*file, [&](std::ostream& out) { out << lexicon_text(lexicon); });
}

}  // namespace hexapla::cli
