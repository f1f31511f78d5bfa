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
