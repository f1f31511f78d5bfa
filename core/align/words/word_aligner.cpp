#include "align/words/word_aligner.hpp"

#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/prior_lexicon.hpp"
#include "align/lexicon/tokens.hpp"
#include "align/lexicon/word_book.hpp"
#include "align/words/word_link_table.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace hexapla {
namespace {

/// The words of one side, each a segment of its own.
struct WordSide {
  TokenSide tokens;
  std::vector<std::uint32_t> starts{0};  ///< Of each pair's words; one more than pairs.
};

WordSide side_of(std::span<const WordPair> pairs,
                 std::vector<std::string_view> WordPair::*words, Language language,
                 Vocabulary& vocabulary, const HanWords& han) {
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> known;
  WordSide side;
  for (const WordPair& pair : pairs) {
    for (const std::string_view word : pair.*words) {
      auto found = known.find(word);
      if (found == known.end()) {
        const AlignmentSide alone{language, {word}, {}};
        found = known.emplace(word, tokens_of(alone, vocabulary, han).tokens).first;
      }
      TokenSide& tokens = side.tokens;
      tokens.tokens.insert(tokens.tokens.end(), found->second.begin(), found->second.end());
      tokens.starts.push_back(static_cast<std::uint32_t>(tokens.tokens.size()));
      tokens.lengths.push_back(1);
    }
    side.starts.push_back(side.tokens.size());
  }
  return side;
}

KnownPairs known_in(const Vocabulary& vocabulary, const WordSources& words) {
  KnownPairs given;
  if (words.dictionary != nullptr)
    given.dictionary = words.dictionary->known_in(vocabulary);
  for (const PriorLexicon* lexicon : words.lexicons) {
    const auto taught = lexicon->known_in(vocabulary);
    given.taught.insert(given.taught.end(), taught.begin(), taught.end());
  }
  given.taught = merged(std::move(given.taught));
  return given;
}

Lexicon learnt_from(const WordSide& source, const WordSide& target,
                    const Vocabulary& vocabulary, const WordSources& words) {
  // Here a segment is a word, and every word is wanted: no text is too long to be read
  // whole. The figures are the best of a few on half of 1,000 sentences en-fr and en-zh
  // (core/align/MEASURED.md).
  LexiconSettings settings;
  settings.long_from = std::numeric_limits<std::uint32_t>::max();
  settings.discount = 0.6;
  settings.identity = 3;
  settings.taught = 10;
  constexpr std::size_t many_pairs = 3000;  // teach enough in fewer rounds
  settings.iterations = source.starts.size() > many_pairs ? 3 : 5;
  std::vector<Bead> beads;
  for (std::size_t pair = 0; pair + 1 < source.starts.size(); ++pair)
    beads.push_back({{source.starts[pair], source.starts[pair + 1]},
                     {target.starts[pair], target.starts[pair + 1]},
                     1});
  const KnownWords known = known_words(source.tokens, target.tokens, vocabulary.size(),
                                       known_in(vocabulary, words), settings);
  return trained_lexicon(source.tokens, target.tokens, known, beads, settings);
}

/// Asks a dictionary how much likelier words become by other words.
class Renderings {
 public:
  /// In a text of a few words each stands for a great share of it by chance: `effects`, the
  /// number of words that were called forth, tells how far their shares can be trusted.
  Renderings(const Dictionary& dictionary, std::uint32_t vocabulary, std::size_t effects)
      : dictionary_(dictionary),
        rarity_(1 + unseen_words / static_cast<float>(std::max<std::size_t>(effects, 1))),
        ratios_(vocabulary),
        stamps_(vocabulary) {}

  /// The mean over the tokens of word `effect` of their best ratio by a token of each of
  /// the `causes`, into `row`.
  void ask(const TokenSide& effects, std::uint32_t effect, const TokenSide& causes,
           std::uint32_t first_cause, std::span<float> row) {
    std::ranges::fill(row, 0.0F);
    const auto tokens = effects.of(effect);
    const float share = tokens.empty() ? 0 : rarity_ / static_cast<float>(tokens.size());
    for (const std::uint32_t token : tokens) {
      ++stamp_;
      for (const Dictionary::Entry& entry : dictionary_.causes_of(token)) {
        const bool again = stamps_[entry.cause] == stamp_;  // learnt, and known before
        ratios_[entry.cause] = entry.ratio + (again ? ratios_[entry.cause] : 0);
        stamps_[entry.cause] = stamp_;
      }
      for (std::size_t word = 0; word < row.size(); ++word) {
        float best = 0;
        for (const std::uint32_t cause :
             causes.of(first_cause + static_cast<std::uint32_t>(word)))
          if (stamps_[cause] == stamp_) best = std::max(best, ratios_[cause]);
        row[word] += best * share;
      }
    }
  }

 private:
  static constexpr float unseen_words = 2000;  ///< As if so many more had been read.

  const Dictionary& dictionary_;
  float rarity_;
  std::vector<float> ratios_;  ///< By cause, as far as the stamp is the present one.
  std::vector<std::uint32_t> stamps_;
  std::uint32_t stamp_ = 0;
};

}  // namespace

std::vector<std::vector<WordLink>> align_words(std::span<const WordPair> pairs,
                                               Language source, Language target,
                                               const WordSources& known) {
  Vocabulary vocabulary;
  const HanWords none;
  const HanWords& han = known.dictionary ? known.dictionary->han_words() : none;
  const WordSide sources = side_of(pairs, &WordPair::source, source, vocabulary, han);
  const WordSide targets = side_of(pairs, &WordPair::target, target, vocabulary, han);
  const Lexicon lexicon = learnt_from(sources, targets, vocabulary, known);
  Renderings by_source(lexicon.target_by_source, vocabulary.size(),
                       targets.tokens.tokens.size());
  Renderings by_target(lexicon.source_by_target, vocabulary.size(),
                       sources.tokens.tokens.size());
  std::vector<std::vector<WordLink>> links;
  WordLinkTable table;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    table.resize(pairs[pair].source.size(), pairs[pair].target.size());
    for (std::uint32_t word = 0; word < pairs[pair].target.size(); ++word)
      by_source.ask(targets.tokens, targets.starts[pair] + word, sources.tokens,
                    sources.starts[pair], table.sources_of(word));
    for (std::uint32_t word = 0; word < pairs[pair].source.size(); ++word)
      by_target.ask(sources.tokens, sources.starts[pair] + word, targets.tokens,
                    targets.starts[pair], table.targets_of(word));
    links.push_back(table.links());
  }
  return links;
}

}  // namespace hexapla
