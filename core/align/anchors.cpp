#include "align/anchors.hpp"

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

}  // namespace

Anchors::Anchors(const TokenSide& source, const TokenSide& target) {
  const auto vocabulary = vocabulary_of(source, target);
  const auto in_source = segments_by_token(source, vocabulary);
  const auto in_target = segments_by_token(target, vocabulary);
  for (std::uint32_t segment = 0; segment < source.size(); ++segment) {
    const auto first = static_cast<std::ptrdiff_t>(anchors_.size());
    for (const auto token : source.of(segment)) {
      const auto& targets = in_target[token];
      if (in_source[token].size() > most_occurrences || targets.size() > most_occurrences)
        continue;
      // Half of what a token seen so often would tell if it were surely a translation.
      const auto weight = static_cast<float>(
          0.5 * std::log(1.0 + static_cast<double>(target.size()) /
                                   static_cast<double>(targets.size() +
                                                       in_source[token].size())));
      for (const auto partner : targets)
        anchors_.push_back({partner, weight});
    }
    std::sort(
        anchors_.begin() + first, anchors_.end(),
        [](const Anchor& one, const Anchor& other) { return one.target < other.target; });
    starts_.push_back(anchors_.size());
  }
}

}  // namespace hexapla
