#include "cli/options/lexicons.hpp"

#include "align/lexicon/lexicon_file.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options/shipped_lexicons.hpp"
#include "cli/output_file.hpp"
#include "corpus/store.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// Pairs less probable in both directions are no translations, but words that happen to
/// are beside each other. It is also the finest step that a lexicon file knows.
constexpr float least_kept = 0.01F;

std::string admitted(const fs::path& file) {
  const std::string bytes = read_file(file);
  require_lines(bytes, file.string());
  return admit_utf8(bytes, file.string());
}

/// The file for the pair in a folder of lexicons, whichever language comes first.
std::optional<fs::path> file_in(const fs::path& folder, Language source, Language target) {
  for (const auto& [first, second] :
       {std::pair(source, target), std::pair(target, source)}) {
    auto file = folder / (std::string(first.primary()) + "-" +
                          std::string(second.primary()) + ".lexicon");
    if (fs::exists(file)) return file;
  }
  return std::nullopt;
}

void add_lexicon(KnownLanguages& known, const fs::path& path) {
  const auto file = fs::is_directory(path) ? file_in(path, known.source, known.target)
                                           : std::optional(path);
  if (!file) return;
  known.lexicons.push_back(lexicon_for(read_lexicon(admitted(*file), file->string()),
                                       known.source, known.target, file->string()));
}

/// --lexicon, which "none" turns off; where it isn't there, the lexicons that came with the
/// program, unless a dictionary takes their place.
std::optional<fs::path> lexicon_path(const WordOptions& given) {
  if (given.lexicon == "none") return std::nullopt;
  if (given.lexicon) return fs::path(*given.lexicon);
  return given.dictionaries.empty() ? shipped_lexicons() : std::nullopt;
}

BatchPair texts_of(const SegmentedDocument& source, const SegmentedDocument& target) {
  BatchPair pair;
  for (const auto& [side, text] :
       {std::pair(&pair.source, &source), {&pair.target, &target}}) {
    side->language = text->document.language;
    for (const Segment& segment : text->segments)
      side->segments.push_back(text->text_of(segment));
  }
  return pair;
}

/// What the beads of a corpus between these languages teach, if it has any.
void add_corpus(KnownLanguages& known, const Multitext& corpus) {
  const auto alike = [](const SegmentedDocument& text, Language language) {
    return text.document.language.primary() == language.primary();
  };
  for (const Bitext& bitext : corpus.bitexts) {
    const auto& source = corpus.documents[bitext.source];
    const auto& target = corpus.documents[bitext.target];
    const bool straight = alike(source, known.source) && alike(target, known.target);
    const bool reverse = alike(source, known.target) && alike(target, known.source);
    if (!straight && !reverse) continue;
    const std::array pairs{texts_of(source, target)};
    const std::array beads{bitext.beads};
    PriorLexicon taught = lexicon_of(pairs, beads);
    known.lexicons.push_back(straight ? std::move(taught) : taught.turned_round());
  }
}

}  // namespace

WordSources KnownLanguages::sources() const {
  WordSources sources;
  if (dictionary) sources.dictionary = &*dictionary;
  for (const PriorLexicon& lexicon : lexicons)
    sources.lexicons.push_back(&lexicon);
  return sources;
}

std::vector<KnownLanguages> known_among(const WordOptions& given,
                                        std::span<const Language> languages,
                                        std::span<const Language> columns) {
  const auto lexicon = lexicon_path(given);
  if (!given.dictionaries.empty() && languages.size() != 2)
    throw UsageError(
        "--dictionary is for two languages; --lexicon takes a folder with a file "
        "for each pair");
  std::optional<Multitext> corpus;
  if (given.corpus) corpus = Store::open(*given.corpus).multitext();
  std::vector<KnownLanguages> all;
  bool any = false;
  for (std::size_t source = 0; source < languages.size(); ++source)
    for (std::size_t target = source + 1; target < languages.size(); ++target) {
      KnownLanguages known{languages[source], languages[target], {}, {}};
      if (lexicon) add_lexicon(known, *lexicon);
      const auto shipped = given.lexicon ? 0 : known.lexicons.size();
      if (corpus) add_corpus(known, *corpus);
      any = any || known.lexicons.size() > shipped;
      all.push_back(std::move(known));
    }
  const bool named = given.lexicon && lexicon;
  if ((named || corpus) && !any)
    throw UsageError((named ? lexicon->string() : *given.corpus) +
                     " knows no pair of the languages of the texts");
  if (!given.dictionaries.empty()) {
    WordBook book(columns[0], columns[1]);
    for (const std::string& file : given.dictionaries)
      book.read(*open_input(file), file);
    all[0].dictionary =
        columns[0] == languages[0] ? std::move(book) : std::move(book).turned_round();
  }
  return all;
}

std::vector<WordsBetween> words_between(std::span<const KnownLanguages> known) {
  std::vector<WordsBetween> words;
  for (const KnownLanguages& pair : known)
    words.push_back({pair.source, pair.target, pair.sources()});
  return words;
}

void save_lexicon(const WordOptions& given, std::span<const BatchPair> pairs,
                  std::span<const std::vector<Bead>> beads) {
  if (!given.save_lexicon || pairs.empty()) return;
  const NamedLexicon lexicon{pairs[0].source.language, pairs[0].target.language,
                             lexicon_of(pairs, beads).pruned(least_kept)};
  write_file(*given.save_lexicon, [&](std::ostream& out) { out << lexicon_text(lexicon); });
}

}  // namespace hexapla::cli
