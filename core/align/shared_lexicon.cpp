#include "align/shared_lexicon.hpp"

#include "align/lexicon.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace hexapla {
namespace {

std::vector<std::string_view> keys_of(const Vocabulary& vocabulary) {
  std::vector<std::string_view> keys(vocabulary.size());
  vocabulary.for_each(
      [&](std::string_view key, std::uint32_t number) { keys[number] = key; });
  return keys;
}

void append(TokenSide& whole, const TokenSide& part,
            std::span<const std::uint32_t> numbers) {
  const auto first = static_cast<std::uint32_t>(whole.tokens.size());
  for (const auto token : part.tokens)
    whole.tokens.push_back(numbers[token]);
  for (std::size_t segment = 1; segment < part.starts.size(); ++segment)
    whole.starts.push_back(first + part.starts[segment]);
  whole.lengths.insert(whole.lengths.end(), part.lengths.begin(), part.lengths.end());
}

/// Adds up pairs that stand there more than once, and sorts them.
std::vector<KnownPair> merged(std::vector<KnownPair> pairs) {
  std::ranges::sort(pairs, {}, [](const KnownPair& pair) {
    return std::tuple(pair.source, pair.target, pair.weight);
  });
  std::vector<KnownPair> result;
  for (const KnownPair& pair : pairs) {
    if (!result.empty() && result.back().source == pair.source &&
        result.back().target == pair.target) {
      result.back().weight += pair.weight;
    } else {
      result.push_back(pair);
    }
  }
  return result;
}

/// The probability of each effect given each cause, halved: each pair has two directions.
template <class Add>
void for_each_share(const Dictionary& dictionary, const Frequencies& effects,
                    const Add& add) {
  for (std::uint32_t effect = 0; effect + 1 < dictionary.starts.size(); ++effect)
    for (const auto& entry : dictionary.causes_of(effect))
      if (entry.cause != effect)
        add(entry.cause, effect,
            entry.ratio * static_cast<float>(effects.probability(effect)) / 2);
}

}  // namespace

void SharedLexicon::add(const WordView& view, std::span<const Bead> beads) {
  std::vector<std::uint32_t> numbers;
  const auto keys = keys_of(view.vocabulary);
  for (std::uint32_t token = 0; token < keys.size(); ++token)
    numbers.push_back(vocabulary_.number_of(keys[token], view.vocabulary.kind_of(token)));
  const auto first_source = source_.size();
  const auto first_target = target_.size();
  append(source_, view.source, numbers);
  append(target_, view.target, numbers);
  constexpr double least_sure = 0.3;
  for (Bead bead : beads) {
    if (bead.confidence < least_sure) continue;
    bead.source.first += first_source;
    bead.source.last += first_source;
    bead.target.first += first_target;
    bead.target.last += first_target;
    beads_.push_back(bead);
  }
  ++texts_;
}

void SharedLexicon::train(const LexiconSettings& settings) {
  const auto known = known_words(source_, target_, vocabulary_.size(), {}, settings);
  const Lexicon lexicon = trained_lexicon(source_, target_, known, beads_, settings);
  const auto size = vocabulary_of(source_, target_);
  std::vector<KnownPair> pairs;
  for_each_share(lexicon.target_by_source, Frequencies(target_, size),
                 [&](std::uint32_t source, std::uint32_t target, float share) {
                   pairs.push_back({source, target, share});
                 });
  for_each_share(lexicon.source_by_target, Frequencies(source_, size),
                 [&](std::uint32_t target, std::uint32_t source, float share) {
                   pairs.push_back({source, target, share});
                 });
  pairs_ = merged(std::move(pairs));
  starts_.assign(vocabulary_.size() + 1, 0);
  for (const KnownPair& pair : pairs_)
    ++starts_[pair.source + 1];
  for (std::size_t token = 0; token < vocabulary_.size(); ++token)
    starts_[token + 1] += starts_[token];
}

void SharedLexicon::teach(WordView& view) const {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  const auto keys = keys_of(view.vocabulary);
  std::vector<std::uint32_t> theirs(vocabulary_.size(), none);
  for (std::uint32_t token = 0; token < keys.size(); ++token)
    if (const auto mine = vocabulary_.find(keys[token])) theirs[*mine] = token;
  std::vector<KnownPair> pairs = view.dictionary;
  for (const auto key : keys) {
    const auto mine = vocabulary_.find(key);
    if (!mine) continue;
    for (auto at = starts_[*mine]; at < starts_[*mine + 1]; ++at)
      if (theirs[pairs_[at].target] != none)
        pairs.push_back({theirs[*mine], theirs[pairs_[at].target], pairs_[at].weight});
  }
  view.known = known_words(view.source, view.target, view.vocabulary.size(),
                           merged(std::move(pairs)), view.lexicon_settings);
}

}  // namespace hexapla
