#pragma once

#include "align/bead.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// Which segments say again what their neighbour says: answers of a questionnaire ("50 or
/// more", "100 or more"), points of a list that begin alike.
class Repetition {
 public:
  Repetition(const TokenSide& side, const Vocabulary& vocabulary);

  /// How far the first segment of a run repeats the second, from 0 to 1.
  [[nodiscard]] float of_first(const SegmentRun& run) const { return after_[run.first]; }
  /// How far the last one repeats the one before it.
  [[nodiscard]] float of_last(const SegmentRun& run) const { return before_[run.last - 1]; }
  /// True when no segment of a run repeats a neighbour.
  [[nodiscard]] bool is_none_in(const SegmentRun& run) const {
    return repeated_until_[run.first] == repeated_until_[run.last];
  }

 private:
  std::vector<float> before_;  ///< By segment.
  std::vector<float> after_;
  /// How many of the first segments repeat a neighbour; one more than segments.
  std::vector<std::uint32_t> repeated_until_{0};
};

}  // namespace hexapla
