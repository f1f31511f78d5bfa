#include "align/concept_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

// How often the other side of a right bead names a concept by a term of the termbase.
// A translator may use a pronoun, and the termbase may lack an inflection.
constexpr double named_again = 0.9;
// Each concept is counted from both sides.
constexpr double weight = 0.75;
// Nats. A sentence full of wrong terms is still a translation, and the very one to be
// found.
constexpr double worst = -4;

void sort_once(std::vector<std::uint32_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

ConceptEvidence::ConceptEvidence(const AlignmentSide& source, const AlignmentSide& target) {
  if (source.concepts.empty() || target.concepts.empty()) return;
  std::vector<std::uint32_t> numbers;  // in use, in order
  for (const AlignmentSide* side : {&source, &target})
    for (const auto& named : side->concepts)
      numbers.insert(numbers.end(), named.begin(), named.end());
  sort_once(numbers);
  source_ = side_of(source, numbers);
  target_ = side_of(target, numbers);
}

ConceptEvidence::Side ConceptEvidence::side_of(const AlignmentSide& side,
                                               const std::vector<std::uint32_t>& numbers) {
  Side result{side.concepts, std::vector<double>(numbers.size())};
  // Half a segment more: what was never seen is not impossible.
  const double share = 1.0 / (static_cast<double>(side.concepts.size()) + 1);
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
                                  const Side& effect_side, std::uint32_t run_size) {
  double sum = 0;
  for (const std::uint32_t number : causes) {
    const double anywhere = 1 - std::pow(1 - effect_side.frequency[number], run_size);
    sum += std::ranges::binary_search(effects, number)
               ? std::log(named_again / anywhere)
               : std::log((1 - named_again) / (1 - anywhere));
  }
  return sum;
}

float ConceptEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  if (source_.named.empty()) return 0;
  const auto sources = named_in(source_, source);
  const auto targets = named_in(target_, target);
  const double sum = explained(sources, targets, target_, target.size()) +
                     explained(targets, sources, source_, source.size());
  return static_cast<float>(std::max(worst, weight * sum));
}

}  // namespace hexapla
