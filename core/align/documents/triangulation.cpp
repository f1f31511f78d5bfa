#include "align/documents/triangulation.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// How often witnesses agree wrongly, whatever they claim: their posteriors are too sure.
constexpr float mistaken = 0.05F;
/// Of each witness: they share the mistakes of one model, so they count less than one.
constexpr float weight_of_one = 0.3F;

/// How often a segment that shares its bead with others is translated at all there; where
/// it isn't, its neighbours have taken it along.
constexpr float really_shared = 0.7F;

float log_of(float agreement) {
  return std::log(mistaken + (1 - mistaken) * std::clamp(agreement, 0.0F, 1.0F));
}

/// Adds up entries with one partner; leaves those in order.
void merge(std::vector<LinkTable::Link>& links) {
  std::ranges::sort(links, {}, &LinkTable::Link::partner);
  std::size_t kept = 0;
  for (const auto& link : links) {
    if (kept > 0 && links[kept - 1].partner == link.partner) {
      links[kept - 1].probability += link.probability;
    } else {
      links[kept++] = link;
    }
  }
  links.resize(kept);
}

}  // namespace

LinkTable::LinkTable(std::span<const Bead> likely, SegmentRun Bead::*side,
                     SegmentRun Bead::*other, std::uint32_t size)
    : absent_(size) {
  std::vector<std::vector<Link>> of_segment(size);
  for (const Bead& bead : likely) {
    const SegmentRun& partners = bead.*other;
    const bool absorbs = (bead.*side).size() > 1;
    const auto probability =
        static_cast<float>(bead.confidence) * (absorbs ? really_shared : 1);
    for (auto segment = (bead.*side).first; segment < (bead.*side).last; ++segment) {
      if (partners.empty()) absent_[segment] += probability;
      if (absorbs) absent_[segment] += static_cast<float>(bead.confidence) - probability;
      for (auto partner = partners.first; partner < partners.last; ++partner)
        of_segment[segment].push_back({partner, probability});
    }
  }
  for (auto& links : of_segment) {
    merge(links);
    links_.insert(links_.end(), links.begin(), links.end());
    starts_.push_back(links_.size());
  }
}

Triangulation::Testimony::Testimony(std::span<const WitnessPath> paths) {
  if (paths.empty()) return;
  count = static_cast<float>(paths.size());
  const std::uint32_t size = paths.front().there.size();
  const auto share = 1 / static_cast<float>(paths.size());
  std::vector<LinkTable::Link> all;
  std::vector<LinkTable::Link> over_one;
  for (std::uint32_t segment = 0; segment < size; ++segment) {
    all.clear();
    float lacking = 0;
    for (const auto& [there, on] : paths) {
      over_one.clear();
      for (const auto& first : there.of(segment))
        for (const auto& second : on.of(first.partner))
          over_one.push_back({second.partner, first.probability * second.probability});
      merge(over_one);
      for (const auto& link : over_one)
        all.push_back({link.partner, share * std::min(link.probability, 1.0F)});
      lacking += share * std::min(there.absent(segment), 1.0F);
    }
    merge(all);
    links.insert(links.end(), all.begin(), all.end());
    starts.push_back(links.size());
    silent.push_back(lacking);
    for (const auto& link : all)
      logs.push_back(log_of(link.probability + abstention(segment)));
    unheard.push_back(log_of(abstention(segment)));
    alone.push_back(log_of(agreement(segment, {})));
  }
}

float Triangulation::Testimony::link(std::uint32_t segment, std::uint32_t partner) const {
  for (auto link = starts[segment]; link < starts[segment + 1]; ++link)
    if (links[link].partner == partner) return links[link].probability;
  return 0;
}

float Triangulation::Testimony::agreement(std::uint32_t segment,
                                          const SegmentRun& others) const {
  float inside = 0;
  float anywhere = 0;
  for (auto link = starts[segment]; link < starts[segment + 1]; ++link) {
    const auto& [partner, probability] = links[link];
    anywhere = std::max(anywhere, probability);
    if (partner >= others.first && partner < others.last)
      inside = std::max(inside, probability);
  }
  return others.empty() ? 1 - anywhere - abstention(segment)
                        : inside + abstention(segment);
}

float Triangulation::Testimony::abstention(std::uint32_t segment) const {
  // A witness may lack what the others have, but what all of them lack was added here.
  const float lacking = silent[segment];
  const float half_a_witness = 0.5F / count;
  const float had = (1 - lacking + half_a_witness) / (1 + 2 * half_a_witness);
  return lacking * had;
}

float Triangulation::Testimony::log_agreement(std::uint32_t segment,
                                              const SegmentRun& others) const {
  if (others.empty()) return alone[segment];
  float greatest = unheard[segment];
  for (auto link = starts[segment]; link < starts[segment + 1]; ++link)
    if (links[link].partner >= others.first && links[link].partner < others.last)
      greatest = std::max(greatest, logs[link]);
  return greatest;
}

Triangulation::Triangulation(std::span<const WitnessPath> from_source,
                             std::span<const WitnessPath> from_target)
    : source_(from_source),
      target_(from_target),
      weight_(weight_of_one * static_cast<float>(from_source.size())) {}

float Triangulation::side_opinion(const Testimony& testimony, const SegmentRun& run,
                                  const SegmentRun& other) const {
  float sum = 0;
  for (auto segment = run.first; segment < run.last; ++segment)
    sum += testimony.log_agreement(segment, other);
  return sum;
}

/// The probability that a link crosses the border before a source and a target segment.
float Triangulation::crossed(std::uint32_t source, std::uint32_t target) const {
  const auto linked = [&](std::uint32_t from, std::uint32_t to) {
    return source_.link(from, to) + std::max(source_.silent[from], target_.silent[to]);
  };
  return std::max(linked(source - 1, target), linked(source, target - 1));
}

/// That of the border inside a bead over which the least leads; 1 where it has none.
float Triangulation::least_crossed(const SegmentRun& source,
                                   const SegmentRun& target) const {
  float least = 1;
  for (auto from = source.first + 1; from < source.last; ++from)
    for (auto to = target.first + 1; to < target.last && least > 0; ++to)
      least = std::min(least, crossed(from, to));
  return least;
}

float Triangulation::log_opinion(const SegmentRun& source, const SegmentRun& target) const {
  if (weight_ == 0) return 0;
  float sum = side_opinion(source_, source, target) + side_opinion(target_, target, source);
  // A bead that is wide on both sides must not hold a border that the witnesses have.
  if (source.size() > 1 && target.size() > 1) sum += log_of(least_crossed(source, target));
  return weight_ * sum;
}

float Triangulation::agreement(const SegmentRun& source, const SegmentRun& target) const {
  if (weight_ == 0) return 1;
  float least = least_crossed(source, target);
  for (auto segment = source.first; segment < source.last; ++segment)
    least = std::min(least, source_.agreement(segment, target));
  for (auto segment = target.first; segment < target.last; ++segment)
    least = std::min(least, target_.agreement(segment, source));
  return std::clamp(least, 0.0F, 1.0F);
}

}  // namespace hexapla
