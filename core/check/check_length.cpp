#include "check/rules.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {

/// Against the document's own proportion, so that no pair of languages needs figures.
void check_length(const Pair& pair, const Surroundings& around, Findings& findings) {
  constexpr std::size_t shortest = 24;  // code points of the longer side
  constexpr double suspicious = 3.5;    // standard deviations
  constexpr double least_factor = 0.7;  // nats: at least twice or half as long as usual
  const std::size_t source = count_letters(pair.source);
  const std::size_t target = count_letters(pair.target);
  if (std::max(source, target) < shortest) return;
  const auto departure = around.document.length_departure(source, target);
  if (!departure || std::abs(departure->nats) < least_factor) return;
  if (std::abs(departure->deviations) < suspicious) return;
  Finding finding = begun(Rule::length, Severity::warning, pair);
  // From even at the border to near certainty at twice of it.
  finding.confidence *=
      1 - std::exp(suspicious * 0.3 - std::abs(departure->deviations) * 0.5);
  finding.source = whole(*pair.source.cell);
  finding.target = whole(*pair.target.cell);
  finding.message = departure->nats < 0
                        ? "much shorter than the source: is something left out?"
                        : "much longer than the source: is something added?";
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
