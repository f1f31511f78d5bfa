#include "workbench/usage_findings.hpp"

#include "check/check.hpp"
#include "extract/extract_terms.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

namespace hexapla {
namespace {

constexpr double least_confidence = 0.5;  // of a bead: a doubtful one teaches wrong words
constexpr std::uint32_t least_times = 4;  // that the majority says it
constexpr double majority = 0.75;         // of the places of the source phrase
constexpr std::size_t most_candidates = 2000;
constexpr double least_certain = 0.1;  // below, other words of the same root are there

std::vector<AlignedText> texts_of(std::span<const AlignedUnit> units) {
  std::vector<AlignedText> texts;
  for (const AlignedUnit& unit : units)
    if (unit.cells.size() == 2 && unit.confidence >= least_confidence)
      texts.push_back({unit.cells[0].text, unit.cells[1].text});
  return texts;
}

/// Those that most places render alike, and some do not.
std::vector<TermCandidate> with_departures(std::vector<TermCandidate> candidates) {
  std::erase_if(candidates, [](const TermCandidate& candidate) {
    return candidate.together < least_times ||
           candidate.together >= candidate.source_count ||
           candidate.together < majority * candidate.source_count;
  });
  return candidates;
}

/// A missing rendering as a departure from usage, not from a termbase.
Finding departure(Finding finding, const TermCandidate& candidate) {
  finding.rule = Rule::term_inconsistent;
  finding.severity = severity_for(finding.confidence);
  finding.message = "“" + candidate.source + "” is “" + candidate.target + "” in " +
                    std::to_string(candidate.together) + " of " +
                    std::to_string(candidate.source_count) + " places, not here";
  return finding;
}

bool is_on_terms(const Finding& finding) {
  return finding.rule == Rule::term_missing || finding.rule == Rule::term_deprecated ||
         finding.rule == Rule::term_inconsistent;
}

bool overlap(const Finding& one, const Finding& other) {
  return std::ranges::any_of(one.source, [&](const Spot& here) {
    return std::ranges::any_of(other.source, [&](const Spot& there) {
      return here.segment == there.segment && here.range.begin < there.range.end &&
             there.range.begin < here.range.end;
    });
  });
}

}  // namespace

std::vector<Finding> findings_against_usage(std::span<const AlignedUnit> units) {
  const std::vector<AlignedText> texts = texts_of(units);
  const auto paired = std::ranges::find_if(
      units, [](const AlignedUnit& unit) { return unit.cells.size() == 2; });
  if (texts.empty() || paired == units.end()) return {};
  const Language source = paired->cells[0].language;
  const Language target = paired->cells[1].language;
  const auto candidates = with_departures(
      extract_terms(texts, source, target, {least_times, most_candidates, 0}));
  std::map<std::string, const TermCandidate*> by_target;
  for (const TermCandidate& candidate : candidates)
    by_target[candidate.target] = &candidate;
  const Termbase learned = termbase_of(candidates, texts, source, target);
  std::vector<Finding> findings;
  for (Finding& finding : Checker(learned, source, target).check(units)) {
    const auto candidate = by_target.find(finding.suggestion);
    if (finding.rule != Rule::term_missing || candidate == by_target.end()) continue;
    if (finding.confidence < least_certain) continue;
    findings.push_back(departure(std::move(finding), *candidate->second));
  }
  return findings;
}

void add_findings(std::vector<Finding> more, std::vector<Finding>& findings) {
  std::multimap<std::uint32_t, std::size_t> known;
  for (std::size_t index = 0; index < findings.size(); ++index)
    if (is_on_terms(findings[index]))
      known.emplace(findings[index].target.front().segment, index);
  std::erase_if(more, [&](const Finding& finding) {
    const auto [first, last] = known.equal_range(finding.target.front().segment);
    return std::any_of(first, last, [&](const auto& entry) {
      return overlap(finding, findings[entry.second]);
    });
  });
  std::ranges::move(more, std::back_inserter(findings));
  std::ranges::stable_sort(
      findings, {}, [](const Finding& finding) { return finding.target.front().segment; });
}

}  // namespace hexapla
