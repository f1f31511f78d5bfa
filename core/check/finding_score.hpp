#pragma once

#include "check/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// An error that was planted into a version: what a check has to find.
struct PlantedError {
  std::uint32_t segment = 0;  ///< Of the target, and of the source: lines of a file.
  Rule rule = Rule::number;
  ByteRange range;  ///< In the target segment; empty where something was taken out.
};

/// How the findings of one rule meet what was planted for it.
struct RuleScore {
  std::size_t planted = 0;
  std::size_t found = 0;        ///< Planted errors with a finding on their segment.
  std::size_t right_there = 0;  ///< Findings on such segments that meet the place.
  std::size_t all_there = 0;    ///< All findings of the rule on such segments.
  std::size_t findings = 0;     ///< All findings of the rule, wherever.
  double average_precision = 0;

  [[nodiscard]] double recall() const;
  /// Of the findings on segments with a planted error of that kind, those that meet it.
  [[nodiscard]] double precision() const;
};

/// Scores for each rule that something was planted for. A finding meets an error when their
/// ranges touch, or when either stands for a whole segment: what is missing has no place.
/// Average precision ranks all findings of a rule by their confidence, those alike in their
/// order; all that meet no planted error count as wrong.
/// Source: average precision as in Buckley and Voorhees 2000, without interpolation.
[[nodiscard]] std::map<Rule, RuleScore> score_findings(
    std::span<const PlantedError> planted, std::span<const Finding> findings);

}  // namespace hexapla
