#include "check/check.hpp"

#include "check/rules.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace hexapla {
namespace {

using Check = void (*)(const Pair&, const Surroundings&, Findings&);

// Those whose findings explain others come first.
constexpr std::array<Check, 8> checks{
    check_urls,    check_footnote_marks,   check_dates,         check_names,
    check_numbers, check_deprecated_terms, check_missing_terms, check_consistency};

bool overlap(const Spot& one, const Spot& other) {
  return one.segment == other.segment && one.range.begin < other.range.end &&
         other.range.begin < one.range.end;
}

/// Vagram Pogosian, whose Latin letters differ already, missing as a term.
bool is_same_name(const Finding& term, const Finding& name) {
  return term.rule == Rule::term_missing && name.rule == Rule::name &&
         term.suggestion.find(name.suggestion) != std::string::npos;
}

/// True when all that `finding` is about in the source is in `earlier`, of another rule.
bool explains(const Findings& earlier, const Finding& finding) {
  const auto is_covered = [&](const Spot& spot) {
    return std::ranges::any_of(earlier, [&](const Finding& other) {
      return other.rule != finding.rule &&
             std::ranges::any_of(other.source,
                                 [&](const Spot& taken) { return overlap(spot, taken); });
    });
  };
  return !finding.source.empty() && std::ranges::all_of(finding.source, is_covered);
}

/// A name that is also a term, a number that is part of a name: one error, one finding.
void drop_explained(Findings& findings) {
  Findings kept;
  for (Finding& finding : findings) {
    const bool same_name = std::ranges::any_of(
        kept, [&](const Finding& earlier) { return is_same_name(finding, earlier); });
    if (!same_name && !explains(kept, finding)) kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

void put_in_order(Findings& findings) {
  std::ranges::stable_sort(findings, [](const Finding& one, const Finding& other) {
    const auto key = [](const Finding& finding) {
      const Spot& spot = finding.target.front();
      return std::tuple(-static_cast<int>(finding.severity), spot.segment, spot.range.begin,
                        finding.rule);
    };
    return key(one) < key(other);
  });
}

Findings findings_in(const Pair& pair, const Surroundings& around) {
  Findings findings;
  check_untranslated(pair, around, findings);
  // Whatever else is wrong with a text in another language says nothing new.
  if (findings.empty()) {
    for (const Check one : checks)
      one(pair, around, findings);
    drop_explained(findings);
  }
  put_in_order(findings);
  return findings;
}

}  // namespace

Finding begun(Rule rule, Severity severity, const Pair& pair) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.confidence = pair.confidence;
  return finding;
}

Checker::Checker(const Termbase& termbase, Language source, Language target)
    : termbase_(&termbase), source_(termbase, source), target_(termbase, target) {}

std::vector<Finding> Checker::check(std::span<const Unit> units) const {
  std::vector<Pair> pairs;
  for (const Unit& unit : units)
    if (unit.cells.size() == 2)
      pairs.push_back({side_of(unit.cells[0], source_), side_of(unit.cells[1], target_),
                       unit.confidence});
  const DocumentUse use(pairs);
  const Surroundings around{*termbase_, use};
  Findings all;
  for (const Pair& pair : pairs)
    std::ranges::move(findings_in(pair, around), std::back_inserter(all));
  return all;
}

std::vector<Finding> check(std::span<const Unit> units, const Termbase& termbase) {
  const auto paired =
      std::ranges::find_if(units, [](const Unit& unit) { return unit.cells.size() == 2; });
  if (paired == units.end()) return {};
  return Checker(termbase, paired->cells[0].language, paired->cells[1].language)
      .check(units);
}

}  // namespace hexapla
