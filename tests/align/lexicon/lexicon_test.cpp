#include "align/lexicon/lexicon.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

float ratio(const Dictionary& dictionary, std::uint32_t cause, std::uint32_t effect) {
  const auto causes = dictionary.causes_of(effect);
  const auto found = std::ranges::find(causes, cause, &Dictionary::Entry::cause);
  return found == causes.end() ? 0 : found->ratio;
}

}  // namespace

TEST_CASE("the lexicon learns which words come together", "[align]") {
  Vocabulary vocabulary;
  const std::vector<std::string_view> english{"peace law", "peace war", "law war",
                                              "peace trade", "law trade"};
  const std::vector<std::string_view> russian{"мир право", "мир война", "право война",
                                              "мир торговля", "право торговля"};
  const auto source = tokens_of({languages::en, english, {}}, vocabulary);
  const auto target = tokens_of({languages::ru, russian, {}}, vocabulary);
  std::vector<Bead> beads;
  for (std::uint32_t i = 0; i < english.size(); ++i)
    beads.push_back({{i, i + 1}, {i, i + 1}});
  const auto lexicon = trained_lexicon(
      source, target, known_words(source, target, vocabulary.size(), {}), beads);
  const auto peace = source.tokens[0];
  const auto mir = target.tokens[0];
  const auto pravo = target.tokens[1];
  CHECK(ratio(lexicon.target_by_source, peace, mir) > 1);
  CHECK(ratio(lexicon.target_by_source, peace, pravo) == 0);
  CHECK(ratio(lexicon.source_by_target, mir, peace) > 1);
}

TEST_CASE("a word that is in a segment twice counts as two", "[align]") {
  // Model 1 written down plainly: each target token is shared out among all source tokens.
  Vocabulary vocabulary;
  const auto source = tokens_of(
      {languages::en, {"more peace more law", "more law", "peace"}, {}}, vocabulary);
  const auto target =
      tokens_of({languages::ru, {"больше мир больше право", "больше право", "мир мир"}, {}},
                vocabulary);
  std::vector<Bead> beads;
  for (std::uint32_t i = 0; i < source.size(); ++i)
    beads.push_back({{i, i + 1}, {i, i + 1}});
  LexiconSettings settings;
  settings.discount = 0;
  const std::size_t size = vocabulary.size();
  std::vector<double> shares(size * size, 1);
  std::vector<double> counts;
  for (unsigned iteration = 0; iteration < settings.iterations; ++iteration) {
    counts.assign(size * size, 0);
    for (std::uint32_t i = 0; i < source.size(); ++i)
      for (const auto to : target.of(i)) {
        double sum = 0;
        for (const auto from : source.of(i))
          sum += shares[from * size + to];
        for (const auto from : source.of(i))
          counts[from * size + to] += shares[from * size + to] / sum;
      }
    for (std::size_t from = 0; from < size; ++from) {
      double sum = 0;
      for (std::size_t to = 0; to < size; ++to)
        sum += counts[from * size + to];
      for (std::size_t to = 0; to < size; ++to)
        shares[from * size + to] = sum > 0 ? counts[from * size + to] / sum : 0;
    }
  }
  const auto lexicon = trained_lexicon(source, target, {}, beads, settings);
  const double all = static_cast<double>(target.tokens.size());
  for (const auto from : source.tokens)
    for (const auto to : target.tokens) {
      const double often = static_cast<double>(std::ranges::count(target.tokens, to));
      const double expected = shares[from * size + to] / (often / all);
      if (expected > 2.5)  // less tells nothing, and is left out
        CHECK(ratio(lexicon.target_by_source, from, to) == Approx(expected).epsilon(0.001));
    }
}

TEST_CASE("what both sides share translates itself before anything is learnt", "[align]") {
  Vocabulary vocabulary;
  const auto source = tokens_of({languages::zh, {"古阿姆 GUAM"}, {}}, vocabulary);
  const auto target = tokens_of({languages::en, {"the GUAM area"}, {}}, vocabulary);
  const auto lexicon =
      untrained_lexicon(source, target, vocabulary.size(),
                        known_words(source, target, vocabulary.size(), {}));
  const auto guam = vocabulary.number_of("guam", TokenKind::word);
  CHECK(ratio(lexicon.target_by_source, guam, guam) > 0);
  CHECK(lexicon.target_by_source.unknown[source.tokens[0]] == 1);
}

}  // namespace hexapla
