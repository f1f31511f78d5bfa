#include "check/check.hpp"

#include "check/rules/rules.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace hexapla {
namespace {

using Check = void (*)(const CellPair&, const CheckContext&, Findings&);

// Those whose findings explain others come first.
constexpr std::array<Check, 20> checks{
    check_urls,          check_symbols,        check_list_numbers, check_footnote_marks,
    check_dates,         check_months,         check_weekdays,     check_clock_times,
    check_names,         check_numbers,        check_number_order, check_deprecated_terms,
    check_missing_terms, check_consistency,    check_units,        check_quotations,
    check_brackets,      check_repeated_words, check_length,       check_negation};

bool overlap(const Spot& one, const Spot& other) {
  return one.segment == other.segment && one.range.begin < other.range.end &&
         other.range.begin < one.range.end;
}

/// Vagram Pogosian, whose Latin letters differ already, missing as a term.
bool is_same_name(const Finding& term, const Finding& name) {
  return term.rule == Rule::term_missing && name.rule == Rule::name &&
         term.suggestion.find(name.suggestion) != std::string::npos;
}

/// Rules on the form of the whole, which no word of the source explains.
bool is_on_form(Rule rule) {
  return rule == Rule::length || rule == Rule::negation || rule == Rule::unit ||
         rule == Rule::list_number;
}

/// True when all that `finding` is about in the source is in `earlier`, of another rule.
bool explains(const Findings& earlier, const Finding& finding) {
  if (is_on_form(finding.rule)) return false;
  const auto is_covered = [&](const Spot& spot) {
    return std::ranges::any_of(earlier, [&](const Finding& other) {
      return other.rule != finding.rule && !is_on_form(other.rule) &&
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

/// Where much was left out, what is missing is missing for that reason.
void doubt_what_was_cut_off(Findings& findings) {
  constexpr double still_likely = 0.1;
  const bool cut_off = std::ranges::any_of(findings, [](const Finding& finding) {
    return finding.rule == Rule::length && finding.severity > Severity::note;
  });
  if (!cut_off) return;
  for (Finding& finding : findings) {
    if (finding.rule == Rule::length) continue;
    finding.confidence *= still_likely;
    finding.severity = Severity::note;
  }
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

Findings findings_in(const CellPair& pair, const CheckContext& around) {
  Findings findings;
  check_untranslated(pair, around, findings);
  // Whatever else is wrong with a text in another language says nothing new.
  if (findings.empty()) {
    for (const Check one : checks)
      one(pair, around, findings);
    drop_explained(findings);
    doubt_what_was_cut_off(findings);
  }
  put_in_order(findings);
  return findings;
}

}  // namespace

Finding make_finding(Rule rule, Severity severity, const CellPair& pair, double certainty) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.confidence = pair.confidence * certainty;
  return finding;
}

Checker::Checker(const Termbase& termbase, Language source, Language target)
    : termbase_(&termbase),
      languages_{source, target},
      source_(termbase, source),
      target_(termbase, target) {}

void Checker::survey(std::span<const AlignedUnit> units, DocumentUse& use) const {
  TermFinder source(source_);
  TermFinder target(target_);
  for (const AlignedUnit& unit : units)
    if (unit.cells.size() == 2)
      use.add({surveyed(unit.cells[0], source), surveyed(unit.cells[1], target),
               unit.confidence});
}

std::vector<Finding> Checker::check(std::span<const AlignedUnit> units,
                                    const DocumentUse& use) const {
  LinkReader links(use.links());
  const CheckContext around{*termbase_, use, links};
  TermFinder source(source_);
  TermFinder target(target_);
  std::vector<Finding> all;
  for (std::size_t index = 0; index < units.size(); ++index) {
    const AlignedUnit& unit = units[index];
    if (unit.cells.size() == 2) {
      std::ranges::move(findings_in({side_of(unit.cells[0], source),
                                     side_of(unit.cells[1], target), unit.confidence},
                                    around),
                        std::back_inserter(all));
    } else if (unit.cells.size() == 1) {
      check_empty_side(units, index, languages_, all);
    }
  }
  return all;
}

std::vector<Finding> Checker::check(std::span<const AlignedUnit> units) const {
  DocumentUse use;
  survey(units, use);
  use.learn();
  return check(units, use);
}

std::vector<Finding> check(std::span<const AlignedUnit> units, const Termbase& termbase) {
  const auto paired = std::ranges::find_if(
      units, [](const AlignedUnit& unit) { return unit.cells.size() == 2; });
  if (paired == units.end()) return {};
  return Checker(termbase, paired->cells[0].language, paired->cells[1].language)
      .check(units);
}

}  // namespace hexapla
