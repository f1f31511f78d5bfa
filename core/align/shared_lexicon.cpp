#include "align/shared_lexicon.hpp"

#include "align/lexicon/lexicon.hpp"

#include <algorithm>

namespace hexapla {
namespace {

void append_tokens(TokenSide& whole, const TokenSide& part,
                   std::span<const std::uint32_t> numbers) {
  const auto first = static_cast<std::uint32_t>(whole.tokens.size());
  for (const auto token : part.tokens)
    whole.tokens.push_back(numbers[token]);
  for (std::size_t segment = 1; segment < part.starts.size(); ++segment)
    whole.starts.push_back(first + part.starts[segment]);
  whole.lengths.insert(whole.lengths.end(), part.lengths.begin(), part.lengths.end());
}

}  // namespace

std::size_t SharedLexicon::add(const WordView& view, std::span<const Bead> beads) {
  auto& numbers = keys_of_texts_.emplace_back();
  const auto keys = view.vocabulary.keys();
  for (std::uint32_t token = 0; token < keys.size(); ++token)
    numbers.push_back(vocabulary_.number_of(keys[token], view.vocabulary.kind_of(token)));
  const auto first_source = source_.size();
  const auto first_target = target_.size();
  append_tokens(source_, view.source, numbers);
  append_tokens(target_, view.target, numbers);
  constexpr double least_sure = 0.3;
  for (Bead bead : beads) {
    if (bead.confidence < least_sure) continue;
    bead.source.first += first_source;
    bead.source.last += first_source;
    bead.target.first += first_target;
    bead.target.last += first_target;
    beads_.push_back(bead);
  }
  return keys_of_texts_.size() - 1;
}

void SharedLexicon::train(const LexiconSettings& settings) {
  const auto known = known_words(source_, target_, vocabulary_.size(), {}, settings);
  const Lexicon lexicon = trained_lexicon(source_, target_, known, beads_, settings);
  lexicon_ = PriorLexicon(vocabulary_, pairs_in(lexicon, source_, target_));
}

void SharedLexicon::teach(WordView& view, std::size_t text) const {
  KnownPairs given = view.given;
  // The texts of a batch are few: what either direction has seen holds for both.
  for (const KnownPair& pair : lexicon_.known_of(keys_of_texts_[text])) {
    const float share = (pair.forward + pair.backward) / 2;
    given.taught.push_back({pair.source, pair.target, share, share});
  }
  given.taught = merged(std::move(given.taught));
  view.known = known_words(view.source, view.target, view.vocabulary.size(), given,
                           view.lexicon_settings);
}

}  // namespace hexapla
