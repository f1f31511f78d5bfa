#include "align/evidence/repetition.hpp"

#include "align/evidence/lexical_evidence.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Nats of the other side's words, given the run without the segment, from which on nothing
/// is missing that the segment might explain.
constexpr float enough = 3;
/// Nats by which they must be better explained with the segment. Where they are not, the
/// bead loses twice what is lacking, up to a limit.
constexpr float least_advantage = 0.5F;
constexpr float greatest_discount = 5;

float discount_of(float whole, float without) {
  const float lacking = least_advantage - (whole - without);
  if (without <= enough || lacking <= 0) return 0;
  return std::min(2 * lacking, greatest_discount);
}

}  // namespace

Repetition::Repetition(const TokenSide& side, const Vocabulary& vocabulary)
    : before_(side.size()), after_(side.size()) {
  std::vector<std::uint32_t> last_seen(vocabulary.size(), side.size());
  // Neighbours in a novel share every second word now and then, and mean something else.
  constexpr float share_of_any = 0.5F;
  constexpr float share_of_repeated = 0.7F;
  const auto repeated = [&](std::uint32_t segment, std::uint32_t other) {
    for (const auto token : side.of(other))
      last_seen[token] = other;
    float words = 0;
    float again = 0;
    for (const auto token : side.of(segment)) {
      if (vocabulary.kind_of(token) == TokenKind::mark) continue;
      ++words;
      if (last_seen[token] == other) ++again;
    }
    const float share = words > 0 ? again / words : 0;
    return std::clamp((share - share_of_any) / (share_of_repeated - share_of_any), 0.0F,
                      1.0F);
  };
  for (std::uint32_t segment = 0; segment + 1 < side.size(); ++segment) {
    after_[segment] = repeated(segment, segment + 1);
    before_[segment + 1] = repeated(segment + 1, segment);
  }
  for (std::uint32_t segment = 0; segment < side.size(); ++segment)
    repeated_until_.push_back(repeated_until_.back() +
                              (before_[segment] > 0 || after_[segment] > 0 ? 1 : 0));
}

float LexicalEvidence::explained_targets(const SegmentRun& source,
                                         const SegmentRun& target) const {
  float sum = 0;
  for (auto segment = target.first; segment < target.last; ++segment)
    sum += of_targets_[place_of(source.first, segment, source.size())];
  return sum;
}

float LexicalEvidence::explained_sources(const SegmentRun& source,
                                         const SegmentRun& target) const {
  float sum = 0;
  for (auto segment = source.first; segment < source.last; ++segment)
    sum += of_sources_[place_of(segment, target.first, target.size())];
  return sum;
}

void LexicalEvidence::discount_repetition(
    const SegmentRun& source, std::uint32_t target_size, std::uint32_t first_target,
    const Repetition& sources, const Repetition& targets, std::span<float> sums) const {
  const SegmentRun but_first{source.first + 1, source.last};
  const SegmentRun but_last{source.first, source.last - 1};
  const float first = source.size() > 1 ? sources.of_first(source) : 0;
  const float last = source.size() > 1 ? sources.of_last(source) : 0;
  const auto end_target = first_target + static_cast<std::uint32_t>(sums.size());
  const bool asks_targets =
      target_size > 1 && !targets.is_none_in({first_target, end_target + target_size - 1});
  if (first == 0 && last == 0 && !asks_targets) return;
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const auto begin = first_target + static_cast<std::uint32_t>(at);
    const SegmentRun target{begin, begin + target_size};
    float discount = 0;
    const auto take = [&](float repeated, float whole, float without) {
      discount = std::max(discount, repeated * discount_of(whole, without));
    };
    if (first > 0 || last > 0) {
      const float whole = explained_targets(source, target);
      if (first > 0) take(first, whole, explained_targets(but_first, target));
      if (last > 0) take(last, whole, explained_targets(but_last, target));
    }
    if (asks_targets) {
      const float others_first = targets.of_first(target);
      const float others_last = targets.of_last(target);
      if (others_first > 0)
        take(others_first, explained_sources(source, target),
             explained_sources(source, {target.first + 1, target.last}));
      if (others_last > 0)
        take(others_last, explained_sources(source, target),
             explained_sources(source, {target.first, target.last - 1}));
    }
    sums[at] -= discount;
  }
}

}  // namespace hexapla
