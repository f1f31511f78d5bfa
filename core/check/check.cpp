#include "check/check.hpp"

#include "check/rules/rules.hpp"
#include "check/rules/terms/concept_reader.hpp"
#include "check/stretches/figure_shifts.hpp"
#include "check/stretches/shifts.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <tuple>

namespace hexapla {
namespace {

// Those whose findings explain others come first.
constexpr std::array<Check*, 25> checks{check_urls,
                                        check_symbols,
                                        check_list_numbers,
                                        check_footnote_marks,
                                        check_exchanged_days,
                                        check_dates,
                                        check_months,
                                        check_weekdays,
                                        check_clock_times,
                                        check_names,
                                        check_numbers,
                                        check_number_order,
                                        check_deprecated_terms,
                                        check_missing_terms,
                                        check_consistency,
                                        check_units,
                                        check_quotations,
                                        check_brackets,
                                        check_repeated_words,
                                        check_scripts,
                                        check_blanks,
                                        check_end_marks,
                                        check_length,
                                        check_negation,
                                        check_modality};

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
         rule == Rule::list_number || rule == Rule::end_mark || rule == Rule::modality;
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

bool is_whole(const CellPair& pair, const std::vector<Spot>& spots) {
  return std::ranges::all_of(spots, [&](const Spot& spot) {
    return std::ranges::any_of(pair.target.cell->pieces, [&](const Piece& piece) {
      return piece.segment == spot.segment && piece.range.size() == spot.range.size();
    });
  });
}

/// Where much was left out, what is missing is missing for that reason. What is there
/// and is wrong stays wrong.
void doubt_what_was_cut_off(const CellPair& pair, Findings& findings) {
  constexpr double still_likely = 0.3;
  constexpr double perhaps_cut_off = 0.2;
  const bool cut_off = std::ranges::any_of(findings, [](const Finding& finding) {
    return finding.rule == Rule::length && finding.confidence >= perhaps_cut_off;
  });
  if (!cut_off) return;
  for (Finding& finding : findings) {
    if (finding.rule == Rule::length || !is_whole(pair, finding.target)) continue;
    finding.confidence *= still_likely;
    finding.severity = severity_for(finding.confidence);
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

Findings findings_in(const CellPair& pair, const CheckContext& around,
                     const std::set<Rule>& switched_off) {
  // What nobody wants to hear of explains nothing either.
  const auto leave_out = [&](Findings& findings) {
    std::erase_if(findings, [&](const Finding& finding) {
      return switched_off.contains(finding.rule);
    });
  };
  Findings findings;
  check_untranslated(pair, around, findings);
  leave_out(findings);
  // Whatever else is wrong with a text surely in another language says nothing new.
  const bool is_foreign = std::ranges::any_of(
      findings, [](const Finding& finding) { return finding.severity == Severity::error; });
  if (!is_foreign) {
    for (Check* const one : checks)
      one(pair, around, findings);
    leave_out(findings);
    drop_explained(findings);
    doubt_what_was_cut_off(pair, findings);
  }
  put_in_order(findings);
  return findings;
}

/// "one place before", "2 places after".
std::string places(int by) {
  const int distance = std::abs(by);
  return (distance == 1 ? "one place" : std::to_string(distance) + " places") +
         (by > 0 ? " before" : " after");
}

/// A few sentences in a row may be rendered freely; where nothing fits it is another text.
double certainty_of(const StrayStretch& stretch) {
  constexpr double enough = 8;  // nats. Source: TICO-19, 4 where rendered freely, 10 to 240
  constexpr double sure = 0.9;
  constexpr double likely = 0.5;
  return stretch.by != 0 || stretch.evidence >= enough ? sure : likely;
}

/// The one finding of a stretch, at its first unit that has two sides.
Finding finding_of(const StrayStretch& stretch, std::span<const AlignedUnit> units) {
  std::size_t first = stretch.first;
  while (units[first].cells.size() < 2)
    ++first;
  const Cell& last = units[stretch.last].cells.back();
  Finding finding;
  finding.rule = Rule::shifted;
  finding.confidence = certainty_of(stretch) * units[first].confidence;
  finding.severity = severity_for(finding.confidence);
  finding.source = whole(units[first].cells[0]);
  finding.target = whole(units[first].cells[1]);
  finding.message =
      "from here to segment " + std::to_string(last.pieces.front().segment) + " " +
      (stretch.by == 0
           ? "source and target don't say the same"
           : "each target belongs to the source " + places(stretch.by) + " its own");
  if (finding.severity == Severity::error)
    finding.message += "; nothing else is reported of this stretch";
  return finding;
}

/// Free translators turn sentences round: where negations seem lost again and again, each
/// is less likely to be, and comes last; where they seem lost all the time, it is their way
/// of saying it, and one of them is no more than a note.
void doubt_usual_negations(std::vector<Findings>& by_unit) {
  constexpr std::size_t enough = 100;  // units
  constexpr double usual = 0.01;       // of the units
  constexpr double habitual = 0.03;
  constexpr std::size_t many = 10;         // so few as less may be by chance
  constexpr double share_of_usual = 0.65;  // that is as likely as before
  constexpr double share_of_many = 0.55;
  constexpr double share_of_habitual = 0.5;
  const auto is_said = [](const Finding& finding) {
    return finding.rule == Rule::negation && finding.severity > Severity::note;
  };
  std::size_t said = 0;
  for (const Findings& findings : by_unit)
    said += static_cast<std::size_t>(std::ranges::count_if(findings, is_said));
  const auto units = static_cast<double>(by_unit.size());
  const double rate = by_unit.empty() ? 0 : static_cast<double>(said) / units;
  if (by_unit.size() < enough || rate <= usual) return;
  const double share = rate > habitual ? share_of_habitual
                       : said < many   ? share_of_usual
                                       : share_of_many;
  for (Findings& findings : by_unit)
    for (Finding& finding : findings) {
      if (finding.rule != Rule::negation) continue;
      finding.confidence *= share;
      finding.severity = severity_for(finding.confidence);
    }
}

/// Whatever else is said of a stretch that is surely out of step follows from that.
void put_stretches_first(std::span<const AlignedUnit> units, LinkReader& links,
                         std::vector<Findings>& by_unit) {
  std::vector<bool> suspicious;
  for (std::size_t at = 0; at < units.size(); ++at)
    suspicious.push_back(units[at].cells.size() == 2 &&
                         std::ranges::any_of(by_unit[at], [](const Finding& finding) {
                           return finding.severity > Severity::note;
                         }));
  std::vector<StrayStretch> stretches = figure_shifts(units);
  for (const StrayStretch& stretch : stretches)
    std::fill(suspicious.begin() + static_cast<std::ptrdiff_t>(stretch.first),
              suspicious.begin() + static_cast<std::ptrdiff_t>(stretch.last) + 1, false);
  std::ranges::copy(stray_stretches(units, suspicious, links),
                    std::back_inserter(stretches));
  for (const StrayStretch& stretch : stretches) {
    Finding finding = finding_of(stretch, units);
    if (finding.severity == Severity::error)
      for (std::size_t at = stretch.first; at <= stretch.last; ++at)
        by_unit[at].clear();
    by_unit[stretch.first].push_back(std::move(finding));
  }
}

CellPair surveyed_pair(const AlignedUnit& unit, TermFinder& source, TermFinder& target) {
  return {surveyed(unit.cells[0], source), surveyed(unit.cells[1], target),
          unit.confidence};
}

}  // namespace

Finding make_finding(Rule rule, const CellPair& pair, double certainty) {
  Finding finding;
  finding.rule = rule;
  finding.confidence = pair.confidence * certainty;
  finding.severity = severity_for(finding.confidence);
  return finding;
}

void point_at(Finding& finding, const CellPair& pair, ByteRange source, ByteRange target) {
  finding.source = spots_of(*pair.source.cell, source);
  finding.target = spots_of(*pair.target.cell, target);
}

Finding finding_of_lost(Rule rule, const CellPair& pair, double certainty, ByteRange source,
                        std::string_view what) {
  Finding finding = make_finding(rule, pair, certainty);
  finding.source = spots_of(*pair.source.cell, source);
  finding.target = where_expected(pair, source);
  finding.suggestion = pair.source.at(source);
  finding.message =
      "the " + std::string(what) + " " + in_quotes(finding.suggestion) + " is missing";
  return finding;
}

Finding make_finding(Rule rule, Severity severity, const CellPair& pair, double certainty) {
  constexpr double sure = 0.95;
  constexpr double likely = 0.6;
  constexpr double doubtful = 0.3;
  if (certainty > 0) return make_finding(rule, pair, certainty);
  switch (severity) {
    case Severity::error:
      return make_finding(rule, pair, sure);
    case Severity::warning:
      return make_finding(rule, pair, likely);
    default:
      return make_finding(rule, pair, doubtful);
  }
}

Checker::Checker(const Termbase& termbase, Language source, Language target,
                 const Profile& profile)
    : termbase_(&termbase),
      languages_{source, target},
      source_(termbase, source),
      target_(termbase, target) {
  for (std::size_t rule = 0; rule < rule_names.size(); ++rule)
    if (!profile.wants(static_cast<Rule>(rule), target))
      switched_off_.insert(static_cast<Rule>(rule));
}

void Checker::survey(std::span<const AlignedUnit> units, DocumentUse& use) const {
  TermFinder source(source_);
  TermFinder target(target_);
  if (termbase_->concepts.empty()) use.expect_no_terms();
  for (const AlignedUnit& unit : units)
    if (unit.cells.size() == 2) use.add(surveyed_pair(unit, source, target));
}

Checker::Read Checker::survey_and_keep(std::span<const AlignedUnit> units,
                                       DocumentUse& use) const {
  TermFinder source(source_);
  TermFinder target(target_);
  if (termbase_->concepts.empty()) use.expect_no_terms();
  constexpr std::size_t most_kept = 20'000;  // pairs, some 100 MB; others are read again
  Read read(units.size());
  std::size_t kept = 0;
  for (std::size_t index = 0; index < units.size(); ++index) {
    if (units[index].cells.size() != 2) continue;
    CellPair pair = surveyed_pair(units[index], source, target);
    use.add(pair);
    if (kept++ < most_kept) read[index] = std::move(pair);
  }
  return read;
}

std::vector<Finding> Checker::check(std::span<const AlignedUnit> units,
                                    const DocumentUse& use) const {
  return check(units, use, Read(units.size()));
}

std::vector<Finding> Checker::check(std::span<const AlignedUnit> units,
                                    const DocumentUse& use, Read read) const {
  LinkReader links(use.links());
  ConceptReader concepts(*termbase_, languages_[1]);
  const CheckContext around{*termbase_, use, links, concepts};
  TermFinder source(source_);
  TermFinder target(target_);
  std::vector<Findings> by_unit(units.size());
  for (std::size_t index = 0; index < units.size(); ++index) {
    const AlignedUnit& unit = units[index];
    if (unit.cells.size() == 2) {
      CellPair pair =
          read[index] ? std::move(*read[index]) : surveyed_pair(unit, source, target);
      read[index].reset();
      pair.source = fully_read(std::move(pair.source));
      pair.target = fully_read(std::move(pair.target));
      by_unit[index] = findings_in(pair, around, switched_off_);
    } else if (unit.cells.size() == 1 && !switched_off_.contains(Rule::empty_side)) {
      check_empty_side(units, index, languages_, by_unit[index]);
    }
  }
  doubt_usual_negations(by_unit);
  if (!switched_off_.contains(Rule::shifted)) put_stretches_first(units, links, by_unit);
  std::vector<Finding> all;
  for (Findings& findings : by_unit)
    std::ranges::move(findings, std::back_inserter(all));
  return all;
}

std::vector<Finding> Checker::check(std::span<const AlignedUnit> units) const {
  DocumentUse use;
  Read read = survey_and_keep(units, use);
  use.learn();
  return check(units, use, std::move(read));
}

std::vector<Finding> check(std::span<const AlignedUnit> units, const Termbase& termbase,
                           const Profile& profile) {
  const auto paired = std::ranges::find_if(
      units, [](const AlignedUnit& unit) { return unit.cells.size() == 2; });
  if (paired == units.end()) return {};
  return Checker(termbase, paired->cells[0].language, paired->cells[1].language, profile)
      .check(units);
}

}  // namespace hexapla
