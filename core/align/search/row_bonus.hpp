#pragma once

#include "align/bead.hpp"
#include "align/evidence/length_model.hpp"
#include "align/evidence/line_evidence.hpp"

#include <cstdint>
#include <span>

namespace hexapla {

// What evidence that most texts have says of one bead, and adds to neighbours at once:
// `source` with runs of `target_size` segments, the first of which begins at `first`.

struct RecurringBonus {
  const RecurringEvidence& recurring;

  float operator()(const SegmentRun& source, const SegmentRun& target) const {
    return recurring.log_bonus(source, target);
  }
  void add(const SegmentRun& source, std::uint32_t target_size, std::uint32_t first,
           std::span<float> scores) const {
    recurring.add_bonuses(source, target_size, first, scores);
  }
};

struct LengthBonus {
  const LengthModel& lengths;
  double weight;

  double operator()(const SegmentRun& source, const SegmentRun& target) const {
    return weight * lengths.log_bonus(source, target);
  }
  void add(const SegmentRun& source, std::uint32_t target_size, std::uint32_t first,
           std::span<float> scores) const {
    lengths.add_bonuses(source.first, source.size(), first, target_size,
                        static_cast<float>(weight), scores);
  }
};

}  // namespace hexapla
