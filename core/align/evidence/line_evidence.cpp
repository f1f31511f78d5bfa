#include "align/evidence/line_evidence.hpp"

#include "align/evidence/label_runs.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace hexapla {
namespace {

/// Nats, for each segment of nothing beside one of something.
constexpr float of_nothing = -10;

bool says_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t letter = next_code_point(text, at);
        is_letter(letter) || is_digit(letter))
      return true;
  return false;
}

}  // namespace

ContentEvidence::EmptyBefore ContentEvidence::empty_before(const AlignmentSide& side) {
  EmptyBefore before{0};
  for (const auto text : side.segments)
    before.push_back(before.back() + (says_something(text) ? 0 : 1));
  return before;
}

ContentEvidence::ContentEvidence(const AlignmentSide& source, const AlignmentSide& target)
    : source_(empty_before(source)), target_(empty_before(target)) {}

float ContentEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  const auto sources = source_[source.last] - source_[source.first];
  const auto targets = target_[target.last] - target_[target.first];
  if (sources + targets == 0) return 0;
  const bool both_single = source.size() == 1 && target.size() == 1;
  if (both_single && sources == targets) return 0;
  return of_nothing * static_cast<float>(sources + targets);
}

namespace {

/// Lines that recur less often say nothing of each other.
constexpr std::uint32_t least_often = 3;
/// Longer lines are sentences, which recur as they please.
constexpr std::size_t longest_line = 80;  // code points
/// How other lines fare, and how those of a kind do as far as one can tell before: alone,
/// paired, glued to a neighbour. The guess counts as so many lines.
constexpr std::array<double, 3> others{0.03, 0.8, 0.17};
constexpr std::array<double, 3> first_guess{0.2, 0.75, 0.05};
constexpr double guess_weight = 3;
/// A kind of which the other side may have a version: one that comes about as often.
constexpr std::uint32_t most_times_as_often = 2;

/// What lines of a kind have in common; empty for a line that is none of a kind.
std::string common_part(std::string_view text) {
  if (count_code_points(text) > longest_line) return {};
  std::string part;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t letter = next_code_point(text, at); !is_digit(letter))
      append_code_point(part, letter);
  return folded(part);
}

}  // namespace

RecurringEvidence::Side RecurringEvidence::side_of(const AlignmentSide& side) {
  std::vector<std::string> parts;
  std::map<std::string, std::uint32_t> often;
  for (const auto text : side.segments)
    ++often[parts.emplace_back(common_part(text))];
  for (const SegmentLabel& label : labels_of(side)) {
    // Headings of one numbering are a kind, whatever their titles are.
    if (!label.of_word || parts[label.segment].empty()) continue;
    --often[parts[label.segment]];
    parts[label.segment] = "run " + std::to_string(label.run);
    ++often[parts[label.segment]];
  }
  std::map<std::string, std::uint32_t> kinds;
  Side result;
  for (const std::string& part : parts) {
    if (part.empty() || often[part] < least_often) {
      result.kinds.push_back(no_kind);
    } else {
      const auto next = static_cast<std::uint32_t>(kinds.size() + 1);
      result.kinds.push_back(kinds.try_emplace(part, next).first->second);
    }
  }
  result.nats.resize(kinds.size() + 1);
  return result;
}

/// What both sides have is for the words to pair.
void RecurringEvidence::leave_out_shared(Side& one, Side& other) {
  const auto often_in = [](const Side& side) {
    std::vector<std::uint32_t> often(side.nats.size());
    for (const auto kind : side.kinds)
      ++often[kind];
    return often;
  };
  const auto often = often_in(one);
  const auto others_often = often_in(other);
  const auto ascending = [](std::vector<std::uint32_t> counts) {
    counts.erase(counts.begin() + no_kind);
    std::ranges::sort(counts);
    return counts;
  };
  const auto is_shared = [](std::uint32_t count, std::span<const std::uint32_t> counts) {
    const auto there = std::ranges::lower_bound(
        counts, (count + most_times_as_often - 1) / most_times_as_often);
    return there != counts.end() && *there <= most_times_as_often * count;
  };
  const auto leave_out = [&](Side& side, std::span<const std::uint32_t> counts,
                             std::span<const std::uint32_t> of_other) {
    for (auto& kind : side.kinds)
      if (is_shared(counts[kind], of_other)) kind = no_kind;
  };
  leave_out(one, often, ascending(others_often));
  leave_out(other, others_often, ascending(often));
}

RecurringEvidence::RecurringEvidence(const AlignmentSide& source,
                                     const AlignmentSide& target)
    : source_(side_of(source)), target_(side_of(target)) {
  leave_out_shared(source_, target_);
  learn({});
}

RecurringEvidence::Fate RecurringEvidence::fate_of(const SegmentRun& own,
                                                   const SegmentRun& other) {
  if (other.empty()) return Fate::alone;
  return own.size() == 1 ? Fate::paired : Fate::glued;
}

void RecurringEvidence::learn(std::span<const Bead> beads) {
  learn(source_, beads, &Bead::source, &Bead::target);
  learn(target_, beads, &Bead::target, &Bead::source);
}

void RecurringEvidence::learn(Side& side, std::span<const Bead> beads,
                              SegmentRun Bead::*own, SegmentRun Bead::*other) {
  if (side.nats.size() == 1) return;
  std::vector<std::array<double, fates>> counts(side.nats.size());
  for (auto& of_kind : counts)
    for (std::size_t fate = 0; fate < fates; ++fate)
      of_kind[fate] = guess_weight * first_guess[fate];
  for (const Bead& bead : beads) {
    const auto fate = static_cast<std::size_t>(fate_of(bead.*own, bead.*other));
    for (auto segment = (bead.*own).first; segment < (bead.*own).last; ++segment)
      counts[side.kinds[segment]][fate] += bead.confidence;
  }
  for (std::size_t kind = no_kind + 1; kind < counts.size(); ++kind) {
    const double all = counts[kind][0] + counts[kind][1] + counts[kind][2];
    for (std::size_t fate = 0; fate < fates; ++fate)
      side.nats[kind][fate] =
          static_cast<float>(std::log(counts[kind][fate] / all / others[fate]));
  }
  for (std::size_t fate = 0; fate < fates; ++fate) {
    auto& of_segments = side.nats_of_segments[fate];
    of_segments.clear();
    for (const auto kind : side.kinds)
      of_segments.push_back(side.nats[kind][fate]);
  }
}

float RecurringEvidence::bonus_of(const Side& side, const SegmentRun& own,
                                  const SegmentRun& other) {
  if (side.nats.size() == 1) return 0;
  const auto& nats = side.nats_of_segments[static_cast<std::size_t>(fate_of(own, other))];
  float sum = 0;
  for (auto segment = own.first; segment < own.last; ++segment)
    sum += nats[segment];
  return sum;
}

float RecurringEvidence::log_bonus(const SegmentRun& source,
                                   const SegmentRun& target) const {
  return bonus_of(source_, source, target) + bonus_of(target_, target, source);
}

void RecurringEvidence::add_bonuses(const SegmentRun& source, std::uint32_t target_size,
                                    std::uint32_t first_target,
                                    std::span<float> sums) const {
  const SegmentRun target{first_target, first_target + target_size};
  const float of_source = bonus_of(source_, source, target);
  float* const to = sums.data();
  if (target_.nats.size() == 1 || target_size == 0) {
    for (std::size_t at = 0; at < sums.size(); ++at)
      to[at] += of_source;
    return;
  }
  const auto fate = static_cast<std::size_t>(fate_of(target, source));
  const float* const nats = target_.nats_of_segments[fate].data() + first_target;
  for (std::size_t at = 0; at < sums.size(); ++at) {
    float of_target = 0;
    for (std::uint32_t segment = 0; segment < target_size; ++segment)
      of_target += nats[at + segment];
    to[at] += of_source + of_target;
  }
}

}  // namespace hexapla
