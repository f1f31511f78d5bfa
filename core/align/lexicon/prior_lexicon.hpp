#pragma once

#include "align/lexicon/known_words.hpp"
#include "align/lexicon/vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What texts have taught of the words of two languages, under the keys of tokens.hpp,
/// ready to be asked for the words of any other text.
class PriorLexicon {
 public:
  PriorLexicon() = default;
  /// `pairs` are in the numbers of `keys`; weights are p(target | source) and the reverse.
  /// What is there twice is kept once, with its greater weights.
  PriorLexicon(Vocabulary keys, std::vector<KnownPair> pairs);

  [[nodiscard]] const Vocabulary& keys() const noexcept { return keys_; }
  /// Sorted by source and target.
  [[nodiscard]] std::span<const KnownPair> pairs() const noexcept { return pairs_; }

  /// What it knows of the tokens of `vocabulary`, in their numbers, in no order.
  /// Cost: linear in the vocabulary and what is found.
  [[nodiscard]] std::vector<KnownPair> known_in(const Vocabulary& vocabulary) const;
  /// The same of tokens whose `keys` are known by their numbers here.
  [[nodiscard]] std::vector<KnownPair> known_of(std::span<const std::uint32_t> keys) const;

  /// The same for texts whose source is in the other language.
  [[nodiscard]] PriorLexicon turned_round() const;

  /// Without what is seen too seldom to be worth its room: a pair stays when either of its
  /// probabilities is `least` or more, and when both its keys are words.
  [[nodiscard]] PriorLexicon pruned(float least) const;

 private:
  /// A key that a text has too, by its number here and there.
  struct SharedKey {
    std::uint32_t mine = 0;
    std::uint32_t theirs = 0;
  };
  [[nodiscard]] std::vector<KnownPair> known_among(std::vector<SharedKey> shared) const;

  Vocabulary keys_;
  std::vector<KnownPair> pairs_;
  std::vector<std::size_t> starts_;  ///< Into pairs_, by source; one more than keys.
};

}  // namespace hexapla
