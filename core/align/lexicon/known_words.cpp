#include "align/lexicon/known_words.hpp"

#include <algorithm>
#include <cstdint>

namespace hexapla {
namespace {

/// Both tokens as one number, which is compared at once.
template <class Pair>
std::uint64_t tokens_of_pair(const Pair& pair) {
  constexpr unsigned bits = 32;
  return std::uint64_t{pair.source} << bits | pair.target;
}

}  // namespace

std::vector<KnownPair> merged(std::vector<KnownPair> pairs) {
  const auto by_words = [](const KnownPair& one, const KnownPair& other) {
    return tokens_of_pair(one) < tokens_of_pair(other);
  };
  // Mostly they are one sorted list, or one after another.
  const auto second = std::ranges::is_sorted_until(pairs, by_words);
  if (!std::is_sorted(second, pairs.end(), by_words))
    std::sort(second, pairs.end(), by_words);
  std::inplace_merge(pairs.begin(), second, pairs.end(), by_words);
  std::vector<KnownPair> result;
  for (const KnownPair& pair : pairs) {
    if (!result.empty() && result.back().source == pair.source &&
        result.back().target == pair.target) {
      result.back().forward = std::max(result.back().forward, pair.forward);
      result.back().backward = std::max(result.back().backward, pair.backward);
    } else {
      result.push_back(pair);
    }
  }
  return result;
}

PriorCounts KnownWords::target_by_source() const {
  PriorCounts counts;
  for (const Pair& pair : pairs)
    if (pair.forward > 0) counts.push_back({pair.source, pair.target, pair.forward});
  return counts;
}

PriorCounts KnownWords::source_by_target() const {
  PriorCounts counts;
  for (const Pair& pair : pairs)
    if (pair.backward > 0) counts.push_back({pair.target, pair.source, pair.backward});
  return counts;
}

namespace {

/// Gathers what is known of tokens that are in the texts, as counts.
class Gathering {
 public:
  Gathering(const TokenSide& source, const TokenSide& target, std::uint32_t vocabulary)
      : sources_(source, vocabulary), targets_(target, vocabulary) {}

  /// Whatever a dictionary says of a word counts `count` in all.
  void add_in_equal_parts(std::span<const KnownPair> pairs, float count) {
    std::vector<float> of_sources(sources_.counts.size());
    std::vector<float> of_targets(sources_.counts.size());
    for (const KnownPair& pair : pairs) {
      if (!stands_there(pair)) continue;
      of_sources[pair.source] += pair.forward;
      of_targets[pair.target] += pair.backward;
    }
    const auto part = [](float weight, float sum) { return sum > 0 ? weight / sum : 0; };
    for (const KnownPair& pair : pairs)
      if (stands_there(pair))
        pairs_.push_back({pair.source, pair.target,
                          count * part(pair.forward, of_sources[pair.source]),
                          count * part(pair.backward, of_targets[pair.target])});
    sort_in();
  }

  /// What texts have taught counts by its probability.
  void add_by_probability(std::span<const KnownPair> pairs, float count) {
    for (const KnownPair& pair : pairs)
      if (stands_there(pair))
        pairs_.push_back(
            {pair.source, pair.target, count * pair.forward, count * pair.backward});
    sort_in();
  }

  void add_identities(float count) {
    for (std::uint32_t token = 0; token < sources_.counts.size(); ++token)
      if (stands_there({token, token})) pairs_.push_back({token, token, count, count});
    sort_in();
  }

  /// Sorted, and each pair once.
  [[nodiscard]] KnownWords summed_up() && {
    KnownWords known;
    known.pairs.reserve(pairs_.size());
    for (const KnownWords::Pair& pair : pairs_) {
      if (!known.pairs.empty() && known.pairs.back().source == pair.source &&
          known.pairs.back().target == pair.target) {
        known.pairs.back().forward += pair.forward;
        known.pairs.back().backward += pair.backward;
      } else {
        known.pairs.push_back(pair);
      }
    }
    return known;
  }

 private:
  [[nodiscard]] bool stands_there(const KnownPair& pair) const {
    return sources_.counts[pair.source] > 0 && targets_.counts[pair.target] > 0;
  }

  /// What comes in is mostly in order: then it is only merged with what there is.
  void sort_in() {
    const auto is_before = [](const KnownWords::Pair& one, const KnownWords::Pair& other) {
      const auto of_one = tokens_of_pair(one);
      const auto of_other = tokens_of_pair(other);
      return of_one != of_other ? of_one < of_other : one.forward < other.forward;
    };
    const auto middle = pairs_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    if (!std::is_sorted(middle, pairs_.end(), is_before))
      std::sort(middle, pairs_.end(), is_before);
    std::inplace_merge(pairs_.begin(), middle, pairs_.end(), is_before);
    sorted_ = pairs_.size();
  }

  Frequencies sources_;
  Frequencies targets_;
  std::vector<KnownWords::Pair> pairs_;  ///< In order.
  std::size_t sorted_ = 0;               ///< Of them, before what is being added.
};

}  // namespace

KnownWords known_words(const TokenSide& source, const TokenSide& target,
                       std::uint32_t vocabulary, const KnownPairs& given,
                       const LexiconSettings& settings) {
  Gathering gathering(source, target, vocabulary);
  gathering.add_in_equal_parts(given.dictionary, static_cast<float>(settings.dictionary));
  gathering.add_by_probability(given.taught, static_cast<float>(settings.taught));
  gathering.add_identities(static_cast<float>(settings.identity));
  return std::move(gathering).summed_up();
}

}  // namespace hexapla
