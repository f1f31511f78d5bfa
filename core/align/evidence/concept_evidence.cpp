#include "align/evidence/concept_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

void sort_once(std::vector<std::uint32_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

ConceptEvidence::ConceptEvidence(const Signs& source, const Signs& target,
                                 const SignOdds& odds)
    : odds_(odds) {
  if (source.empty() || target.empty()) return;
  std::vector<std::uint32_t> numbers;  // in use, in order
  for (const Signs* side : {&source, &target})
    for (const auto& named : *side)
      numbers.insert(numbers.end(), named.begin(), named.end());
  if (numbers.empty()) return;
  sort_once(numbers);
  source_ = side_of(source, numbers);
  target_ = side_of(target, numbers);
}

ConceptEvidence::Side ConceptEvidence::side_of(const Signs& side,
                                               const std::vector<std::uint32_t>& numbers) {
  Side result{side, std::vector<double>(numbers.size())};
  // Half a segment more: what was never seen is not impossible.
  const double share = 1.0 / (static_cast<double>(side.size()) + 1);
  std::ranges::fill(result.frequency, share / 2);
  for (auto& named : result.named) {
    sort_once(named);
    for (std::uint32_t& number : named) {
      number = static_cast<std::uint32_t>(std::ranges::lower_bound(numbers, number) -
                                          numbers.begin());
      result.frequency[number] += share;
    }
  }
  return result;
}

std::vector<std::uint32_t> ConceptEvidence::named_in(const Side& side,
                                                     const SegmentRun& run) {
  std::vector<std::uint32_t> all = side.named[run.first];
  for (auto segment = run.first + 1; segment < run.last; ++segment) {
    std::vector<std::uint32_t> joined;
    std::ranges::set_union(all, side.named[segment], std::back_inserter(joined));
    all = std::move(joined);
  }
  return all;
}

/// Log of how much likelier the effects are given the causes than anywhere in the text.
double ConceptEvidence::explained(const std::vector<std::uint32_t>& causes,
                                  const std::vector<std::uint32_t>& effects,
                                  const Side& effect_side, std::uint32_t run_size) const {
  double sum = 0;
  for (const std::uint32_t number : causes) {
    const double anywhere = 1 - std::pow(1 - effect_side.frequency[number], run_size);
    sum += std::ranges::binary_search(effects, number)
               ? std::log(odds_.named_again / anywhere)
               : std::log((1 - odds_.named_again) / (1 - anywhere));
  }
  return sum;
}

float ConceptEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  if (source_.named.empty()) return 0;
  const auto has_none = [](const Side& side, const SegmentRun& run) {
    return std::all_of(side.named.begin() + run.first, side.named.begin() + run.last,
                       [](const auto& named) { return named.empty(); });
  };
  if (has_none(source_, source) && has_none(target_, target)) return 0;
  const auto sources = named_in(source_, source);
  const auto targets = named_in(target_, target);
  const double sum = explained(sources, targets, target_, target.size()) +
                     explained(targets, sources, source_, source.size());
  return static_cast<float>(std::max(odds_.worst, odds_.weight * sum));
}

}  // namespace hexapla
