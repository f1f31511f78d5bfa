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

 private:
  std::vector<float> before_;  ///< By segment.
  std::vector<float> after_;
};

}  // namespace hexapla
