#pragma once

#include "align/borders/word_knowledge.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// English and French segments of whose words a dictionary says some things, in front of a
/// text that makes them rare.
class KnownTexts {
 public:
  KnownTexts(std::vector<std::string_view> english, std::vector<std::string_view> french)
      : source_(tokens_of({languages::en, followed(std::move(english), english_text), {}},
                          vocabulary_)),
        target_(tokens_of({languages::fr, followed(std::move(french), french_text), {}},
                          vocabulary_)),
        lexicon_(lexicon_of_pairs()) {}

  [[nodiscard]] SidesAndWords sides() const {
    return {source_,
            target_,
            {lexicon_.target_by_source, vocabulary_, weights_},
            {lexicon_.source_by_target, vocabulary_, weights_}};
  }

 private:
  static constexpr std::string_view english_text =
      "The Security Council, recalling its previous resolutions on the situation in the "
      "region, expresses its concern at the humanitarian consequences of the conflict, "
      "calls upon all parties to respect the ceasefire, and requests the Secretary-General "
      "to submit a report within thirty days.";
  static constexpr std::string_view french_text =
      "Le Conseil de sécurité, rappelant ses résolutions antérieures sur la situation dans "
      "la région, se déclare préoccupé par les conséquences humanitaires du conflit, "
      "engage toutes les parties au respect du cessez-le-feu et prie le Secrétaire général "
      "de lui présenter un rapport dans les trente jours.";

  static std::vector<std::string_view> followed(std::vector<std::string_view> segments,
                                                std::string_view text) {
    segments.push_back(text);
    return segments;
  }

  Lexicon lexicon_of_pairs() {
    constexpr std::pair<std::string_view, std::string_view> entries[] = {
        {"one", "une"},
        {"or", "ou"},
        {"more", "plusieurs"},
        {"more", "plus"},
        {"national", "nationales"},
        {"laws", "lois"},
        {"regulations", "réglementations"},
        {"risk", "risques"},
        {"assessment", "évaluation"},
        {"management", "gestion"},
        {"country", "pays"},
        {"adopted", "adopté"},
        {"guidance", "orientation"},
        {"documents", "documents"}};
    KnownPairs pairs;
    for (const auto& [english, french] : entries) {
      const auto from = tokens_of({languages::en, {english}, {}}, vocabulary_).tokens;
      const auto to = tokens_of({languages::fr, {french}, {}}, vocabulary_).tokens;
      if (from.size() == 1 && to.size() == 1)
        pairs.dictionary.push_back({from.front(), to.front(), 1, 1});
    }
    const auto size = vocabulary_.size();
    return trained_lexicon(source_, target_, known_words(source_, target_, size, pairs),
                           {});
  }

  Vocabulary vocabulary_;
  TokenSide source_;
  TokenSide target_;
  Lexicon lexicon_;
  LexicalWeights weights_;
};

}  // namespace hexapla
