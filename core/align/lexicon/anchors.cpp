#include "align/lexicon/anchors.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// A token met more often on a side ties too many segments together.
constexpr std::uint32_t most_occurrences = 8;

/// The segments that hold each token, as long as they are few.
std::vector<std::vector<std::uint32_t>> segments_by_token(const TokenSide& side,
                                                          std::uint32_t vocabulary) {
  std::vector<std::vector<std::uint32_t>> segments(vocabulary);
  for (std::uint32_t segment = 0; segment < side.size(); ++segment) {
    for (const auto token : side.of(segment)) {
      auto& of_token = segments[token];
      if (of_token.size() > most_occurrences) continue;
      if (of_token.empty() || of_token.back() != segment) of_token.push_back(segment);
    }
  }
  return segments;
}

/// Half of what a token seen so often would tell if its partner were surely a translation.
float weight_of(double probability, std::size_t sources, std::size_t targets,
                std::uint32_t segments) {
  return static_cast<float>(
      0.5 *
      std::log(1.0 + probability * segments / static_cast<double>(sources + targets)));
}

KnownWords nothing_but_itself(const TokenSide& source, const TokenSide& target) {
  KnownWords known;
  const auto vocabulary = vocabulary_of(source, target);
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    known.pairs.push_back({token, token, 1, 1});
  return known;
}

}  // namespace

Anchors::Anchors(const TokenSide& source, const TokenSide& target)
    : Anchors(source, target, nothing_but_itself(source, target)) {}

Anchors::Anchors(const TokenSide& source, const TokenSide& target,
                 const KnownWords& known) {
  const auto vocabulary = vocabulary_of(source, target);
  const auto in_source = segments_by_token(source, vocabulary);
  const auto in_target = segments_by_token(target, vocabulary);
  const auto by_source = [](const KnownWords::Pair& pair) { return pair.source; };
  for (std::uint32_t segment = 0; segment < source.size(); ++segment) {
    const auto first = static_cast<std::ptrdiff_t>(anchors_.size());
    for (const auto token : source.of(segment)) {
      const auto occurrences = in_source[token].size();
      if (occurrences > most_occurrences) continue;
      // Not a range of its own: clang 14, which makes the fuzz targets, does not take it.
      for (auto pair = std::ranges::lower_bound(known.pairs, token, {}, by_source);
           pair != known.pairs.end() && pair->source == token; ++pair) {
        const auto& targets = in_target[pair->target];
        if (targets.size() > most_occurrences || pair->forward <= 0) continue;
        const double probability = std::min(1.0F, pair->forward);
        for (const auto partner : targets)
          anchors_.push_back({partner, weight_of(probability, occurrences, targets.size(),
                                                 target.size())});
      }
    }
    std::sort(
        anchors_.begin() + first, anchors_.end(),
        [](const Anchor& one, const Anchor& other) { return one.target < other.target; });
    starts_.push_back(anchors_.size());
  }
}

}  // namespace hexapla
