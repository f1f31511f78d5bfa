#include "align/lexicon/lexicon.hpp"

#include "align/lexicon/training.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla {
namespace {

/// A long `side` without the words that are there once or all the time: the ones teach
/// little that is true of another place, the others nothing, and together they are most of
/// the pairs. What the other side has too is kept.
TokenSide trainable(const TokenSide& side, const Frequencies& here,
                    const Frequencies& there, std::uint32_t long_from) {
  constexpr double all_the_time = 0.015;  // of all words
  if (side.size() < long_from) return side;
  TokenSide result;
  for (std::uint32_t segment = 0; segment < side.size(); ++segment) {
    std::ranges::copy_if(side.of(segment), std::back_inserter(result.tokens),
                         [&](std::uint32_t token) {
                           return (here.counts[token] > 1 || there.counts[token] > 0) &&
                                  here.probability(token) < all_the_time;
                         });
    result.starts.push_back(static_cast<std::uint32_t>(result.tokens.size()));
  }
  return result;
}

/// The probability of each effect given each cause.
template <class Add>
void for_each_share(const Dictionary& dictionary, const Frequencies& effects,
                    const Add& add) {
  for (std::uint32_t effect = 0; effect + 1 < dictionary.starts.size(); ++effect)
    for (const auto& entry : dictionary.causes_of(effect))
      if (entry.cause != effect)
        add(entry.cause, effect,
            entry.ratio * static_cast<float>(effects.probability(effect)));
}

}  // namespace

Lexicon untrained_lexicon(const TokenSide& source, const TokenSide& target,
                          std::uint32_t vocabulary, const KnownWords& known) {
  // Before training, sums are made of what is known alone; the rest of the mass is unknown.
  constexpr float share_known = 0.5F;
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  const LexiconSettings settings;
  const ExpectedCounts nothing{
      {}, std::vector<float>(vocabulary, static_cast<float>(settings.unknown))};
  Lexicon lexicon{dictionary_from(nothing, known.target_by_source(), targets, settings),
                  dictionary_from(nothing, known.source_by_target(), sources, settings)};
  for (Dictionary* dictionary : {&lexicon.target_by_source, &lexicon.source_by_target}) {
    for (auto& entry : dictionary->entries)
      entry.ratio *= share_known;
    for (float& unknown : dictionary->unknown)
      unknown = 1 - (1 - unknown) * share_known;
  }
  return lexicon;
}

Lexicon trained_lexicon(const TokenSide& source, const TokenSide& target,
                        const KnownWords& known, std::span<const Bead> beads,
                        const LexiconSettings& settings) {
  const auto vocabulary = vocabulary_of(source, target);
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  const TokenSide trained_sources = trainable(source, sources, targets, settings.long_from);
  const TokenSide trained_targets = trainable(target, targets, sources, settings.long_from);
  Training training(trained_sources, trained_targets, vocabulary, beads);
  training.take_for_known(known);
  const bool is_long =
      source.size() >= settings.long_from && target.size() >= settings.long_from;
  const unsigned iterations = is_long ? settings.long_iterations : settings.iterations;
  for (unsigned iteration = 0; iteration < iterations; ++iteration)
    training.iterate();
  return {dictionary_from(training.target_by_source(settings), known.target_by_source(),
                          targets, settings),
          dictionary_from(training.source_by_target(settings), known.source_by_target(),
                          sources, settings)};
}

std::vector<KnownPair> pairs_in(const Lexicon& lexicon, const TokenSide& source,
                                const TokenSide& target) {
  const auto vocabulary = vocabulary_of(source, target);
  std::vector<KnownPair> pairs;
  for_each_share(lexicon.target_by_source, Frequencies(target, vocabulary),
                 [&](std::uint32_t cause, std::uint32_t effect, float share) {
                   pairs.push_back({cause, effect, share, 0});
                 });
  for_each_share(lexicon.source_by_target, Frequencies(source, vocabulary),
                 [&](std::uint32_t cause, std::uint32_t effect, float share) {
                   pairs.push_back({effect, cause, 0, share});
                 });
  return merged(std::move(pairs));
}

}  // namespace hexapla
