#include "align/known_words.hpp"

#include <algorithm>

namespace hexapla {

PriorCounts KnownWords::target_by_source() const {
  PriorCounts counts;
  for (const Pair& pair : pairs)
    counts.push_back({pair.source, pair.target, pair.forward});
  return counts;
}

PriorCounts KnownWords::source_by_target() const {
  PriorCounts counts;
  for (const Pair& pair : pairs)
    counts.push_back({pair.target, pair.source, pair.backward});
  return counts;
}

KnownWords known_words(const TokenSide& source, const TokenSide& target,
                       std::uint32_t vocabulary, std::span<const KnownPair> dictionary,
                       const LexiconSettings& settings) {
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  std::vector<float> of_sources(vocabulary);
  std::vector<float> of_targets(vocabulary);
  const auto stands_there = [&](const KnownPair& pair) {
    return sources.counts[pair.source] > 0 && targets.counts[pair.target] > 0;
  };
  for (const KnownPair& pair : dictionary) {
    if (!stands_there(pair)) continue;
    of_sources[pair.source] += pair.weight;
    of_targets[pair.target] += pair.weight;
  }
  KnownWords known;
  const auto count = static_cast<float>(settings.dictionary);
  for (const KnownPair& pair : dictionary)
    if (stands_there(pair))
      known.pairs.push_back({pair.source, pair.target,
                             count * pair.weight / of_sources[pair.source],
                             count * pair.weight / of_targets[pair.target]});
  const auto identity = static_cast<float>(settings.identity);
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    if (sources.counts[token] > 0 && targets.counts[token] > 0)
      known.pairs.push_back({token, token, identity, identity});
  std::ranges::sort(known.pairs, {}, [](const KnownWords::Pair& pair) {
    return std::pair(pair.source, pair.target);
  });
  return known;
}

}  // namespace hexapla
