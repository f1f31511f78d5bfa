#pragma once

#include "align/bead.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hexapla {

/// How many code points a language needs to say what English says in one.
[[nodiscard]] double usual_length(const Language& language);

/// Lengths of all runs of up to `widest` segments of one side.
class RunLengths {
 public:
  RunLengths(std::span<const std::uint32_t> lengths, std::uint32_t widest);

  /// Units: code points.
  [[nodiscard]] std::uint64_t sum(std::uint32_t first, std::uint32_t count) const {
    return sums_[first + count] - sums_[first];
  }
  [[nodiscard]] float log_sum(std::uint32_t first, std::uint32_t count) const {
    return logs_[(count - 1) * size() + first];
  }
  /// Log density of the log length of a run of that many segments, wherever it stands.
  [[nodiscard]] float log_background(std::uint32_t first, std::uint32_t count) const {
    return backgrounds_[(count - 1) * size() + first];
  }
  /// As many of the three above as one likes, by first segment.
  [[nodiscard]] std::span<const std::uint64_t> sums() const noexcept { return sums_; }
  [[nodiscard]] std::span<const float> log_sums(std::uint32_t count) const {
    return std::span(logs_).subspan((count - 1) * size(), size());
  }
  [[nodiscard]] std::span<const float> log_backgrounds(std::uint32_t count) const {
    return std::span(backgrounds_).subspan((count - 1) * size(), size());
  }
  [[nodiscard]] std::size_t size() const noexcept { return sums_.size() - 1; }
  [[nodiscard]] double total() const noexcept { return static_cast<double>(sums_.back()); }

 private:
  void fit_background(std::uint32_t count);

  std::vector<std::uint64_t> sums_{0};
  std::vector<float> logs_;         ///< By count, then by first segment.
  std::vector<float> backgrounds_;  ///< As logs_.
};

/// What the lengths of both sides say for a bead: how much likelier they are if one side
/// translates the other than if they stood together by chance.
/// Source: after Gale and Church (1993) and Moore (2002), with a normal density of the log
///         ratio whose variance falls with length, and the ratio of the document itself.
class LengthModel {
 public:
  /// Begins with the ratio of the whole texts.
  LengthModel(const RunLengths& source, const RunLengths& target);

  /// Begins with a ratio of target to source that is known otherwise.
  LengthModel(const RunLengths& source, const RunLengths& target, double ratio);

  /// Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const {
    return log_bonus(source.first, source.size(), target.first, target.size());
  }

  /// As above, for runs given by their first segment and how many they are.
  [[nodiscard]] float log_bonus(std::uint32_t source, std::uint32_t source_count,
                                std::uint32_t target, std::uint32_t target_count) const {
    const std::uint64_t length =
        source_.sum(source, source_count) + target_.sum(target, target_count);
    const Normal& normal =
        (*normals_)[std::min<std::uint64_t>(length, normals_->size() - 1)];
    const float distance = target_.log_sum(target, target_count) -
                           source_.log_sum(source, source_count) - log_ratio_;
    constexpr float half = 0.5F;
    return normal.log_scale - distance * distance * normal.half_precision -
           half * (source_.log_background(source, source_count) +
                   target_.log_background(target, target_count));
  }

  /// Adds the bonuses of neighbouring beads, times `weight`: a source run with runs of
  /// `target_count` segments, the first of which begins at `first_target`, the next one
  /// after it, and so on.
  void add_bonuses(std::uint32_t source, std::uint32_t source_count,
                   std::uint32_t first_target, std::uint32_t target_count, float weight,
                   std::span<float> sums) const;

  /// Learns the ratio and its variance from beads, each weighted with its confidence.
  void learn(std::span<const Bead> beads);

 private:
  struct Normal {
    float half_precision = 0;  ///< 1 / (2 variance)
    float log_scale = 0;       ///< -ln sqrt(2 pi variance)
  };
  using Normals = std::vector<Normal>;
  void tabulate();

  const RunLengths& source_;
  const RunLengths& target_;
  double first_log_ratio_ = 0;
  float log_ratio_ = 0;
  double constant_variance_;
  double variance_at_one_;  ///< Falls with the sum of the lengths of both sides.
  std::shared_ptr<const Normals> normals_;  ///< By that sum.
};

}  // namespace hexapla
