#include "check/finding_score.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

using ScoredPlace = std::pair<Rule, std::uint32_t>;

struct Planting {
  ByteRange range;
  bool found = false;
};
using Plantings = std::map<ScoredPlace, Planting>;

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 1 : static_cast<double>(part) / static_cast<double>(all);
}

bool touch(ByteRange one, ByteRange other) {
  return one.begin <= other.end && other.begin <= one.end;
}

/// What is missing is placed on the whole segment, which touches every place in it.
/// Where something was taken out, what lost its partner may stand anywhere.
bool meets(const Finding& finding, ByteRange range) {
  if (range.empty()) return true;
  return std::ranges::any_of(finding.target,
                             [&](const Spot& spot) { return touch(spot.range, range); });
}

/// The segment that a finding is about: the target's, or where the target has none, the
/// source's.
std::uint32_t segment_of(const Finding& finding) {
  return finding.rule == Rule::empty_side && !finding.source.empty()
             ? finding.source.front().segment
             : finding.target.front().segment;
}

std::vector<const Finding*> most_certain_first(std::span<const Finding> findings) {
  std::vector<const Finding*> ranked;
  for (const Finding& finding : findings)
    ranked.push_back(&finding);
  std::ranges::stable_sort(ranked, std::ranges::greater(), &Finding::confidence);
  return ranked;
}

void count(const Finding& finding, Plantings& plantings, RuleScore& score) {
  ++score.findings;
  const auto planting = plantings.find({finding.rule, segment_of(finding)});
  if (planting == plantings.end()) return;
  ++score.all_there;
  const bool right =
      finding.rule == Rule::empty_side || meets(finding, planting->second.range);
  if (!right) return;
  ++score.right_there;
  if (planting->second.found) return;
  planting->second.found = true;
  ++score.found;
  // Until the end this is a sum of precisions.
  score.average_precision += share(score.found, score.findings);
}

}  // namespace

double RuleScore::recall() const {
  return share(found, planted);
}
double RuleScore::precision() const {
  return share(right_there, all_there);
}

std::map<Rule, RuleScore> score_findings(std::span<const PlantedError> planted,
                                         std::span<const Finding> findings) {
  std::map<Rule, RuleScore> scores;
  Plantings plantings;
  for (const PlantedError& error : planted) {
    plantings[{error.rule, error.segment}] = {error.range};
    ++scores[error.rule].planted;
  }
  for (const Finding* finding : most_certain_first(findings))
    if (const auto score = scores.find(finding->rule); score != scores.end())
      count(*finding, plantings, score->second);
  for (auto& [rule, score] : scores)
    score.average_precision /= static_cast<double>(score.planted);
  return scores;
}

}  // namespace hexapla
