#include "align/lexicon/anchors.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// A token met more often on a side ties too many segments together.
constexpr std::uint32_t most_occurrences = 8;

/// The segments that hold each token, in order and each once.
class SegmentsOfTokens {
 public:
  SegmentsOfTokens(const TokenSide& side, std::uint32_t vocabulary)
      : starts_(vocabulary + 1) {
    for_each_token(side, [&](std::uint32_t token, std::uint32_t) { ++starts_[token + 1]; });
    for (std::uint32_t token = 0; token < vocabulary; ++token)
      starts_[token + 1] += starts_[token];
    segments_.resize(starts_.back());
    auto next = starts_;
    for_each_token(side, [&](std::uint32_t token, std::uint32_t segment) {
      segments_[next[token]++] = segment;
    });
  }

  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t token) const {
    return std::span(segments_).subspan(starts_[token], starts_[token + 1] - starts_[token]);
  }

 private:
  template <class Visit>
  void for_each_token(const TokenSide& side, const Visit& visit) const {
    std::vector<std::uint32_t> next_segment(starts_.size());  // that may hold the token anew
    for (std::uint32_t segment = 0; segment < side.size(); ++segment) {
      for (const auto token : side.of(segment)) {
        if (next_segment[token] > segment) continue;
        next_segment[token] = segment + 1;
        visit(token, segment);
      }
    }
  }

  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> segments_;
};

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
  const SegmentsOfTokens in_source(source, vocabulary);
  const SegmentsOfTokens in_target(target, vocabulary);
  const auto by_source = [](const KnownWords::Pair& pair) { return pair.source; };
  for (std::uint32_t segment = 0; segment < source.size(); ++segment) {
    const auto first = static_cast<std::ptrdiff_t>(anchors_.size());
    for (const auto token : source.of(segment)) {
      const auto occurrences = in_source.of(token).size();
      if (occurrences > most_occurrences) continue;
      // Not a range of its own: clang 14, which makes the fuzz targets, does not take it.
      for (auto pair = std::ranges::lower_bound(known.pairs, token, {}, by_source);
           pair != known.pairs.end() && pair->source == token; ++pair) {
        const auto targets = in_target.of(pair->target);
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
