#include "workbench/review/review_act.hpp"

#include "corpus/row_edits.hpp"
#include "corpus/sentence_edits.hpp"
#include "text/error.hpp"
#include "workbench/review/realign_rows.hpp"

#include <algorithm>

namespace hexapla {
namespace {

[[noreturn]] void refuse_act(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

std::size_t only_row(const ReviewedWork& work, const ReviewAct& act) {
  if (act.rows.empty()) refuse_act("a row is needed");
  const auto place = work.place_of(act.rows.front());
  if (!place) refuse_act("the row is gone; somebody has changed it");
  return *place;
}

std::uint32_t document_of(const ReviewedWork& work, const ReviewAct& act) {
  if (!act.language) refuse_act("a language is needed");
  const auto document = work.document_in(*act.language);
  if (!document) refuse_act("there is no version in " + std::string(act.language->tag()));
  return *document;
}

std::uint32_t segment_of(const ReviewAct& act) {
  if (!act.segment) refuse_act("a segment is needed");
  return *act.segment;
}

Decision judged(const ReviewedWork& work, const ReviewAct& act, DecisionKind kind) {
  Decision decision;
  decision.kind = kind;
  for (const std::size_t place : rows_touched(work, act)) {
    const auto row = static_cast<std::uint32_t>(place);
    const auto beads = act.language
                           ? beads_of_row_in(work.multitext(), row, document_of(work, act))
                           : all_beads_of_row(work.multitext(), row);
    for (const BeadsBetween& pair : beads) {
      const auto same = std::ranges::find_if(decision.beads, [&](const BeadsBetween& of) {
        return of.source == pair.source && of.target == pair.target;
      });
      if (same == decision.beads.end()) {
        decision.beads.push_back(pair);
      } else {
        same->beads.insert(same->beads.end(), pair.beads.begin(), pair.beads.end());
      }
    }
  }
  return decision;
}

Decision pushed(const ReviewedWork& work, const ReviewAct& act) {
  const auto row = static_cast<std::uint32_t>(only_row(work, act));
  const RowEdits edits(work.multitext());
  const std::uint32_t document = document_of(work, act);
  using Towards = RowEdits::Towards;
  switch (act.verb) {
    case ReviewVerb::push_up:
      return edits.push(row, document, Towards::above);
    case ReviewVerb::push_down:
      return edits.push(row, document, Towards::below);
    case ReviewVerb::pull_up:
      return edits.push(row + 1, document, Towards::above);
    default:
      if (row == 0) refuse_act("there is no row above the first");
      return edits.push(row - 1, document, Towards::below);
  }
}

Decision joined(const ReviewedWork& work, const ReviewAct& act) {
  std::vector<std::size_t> places = rows_touched(work, act);
  if (places.size() < 2) refuse_act("two rows at least are needed to join");
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i] != places[i - 1] + 1) refuse_act("the rows are no neighbours");
  return RowEdits(work.multitext())
      .join(static_cast<std::uint32_t>(places.front()),
            static_cast<std::uint32_t>(places.back() + 1));
}

Decision parted(const ReviewedWork& work, const ReviewAct& act) {
  const auto row = static_cast<std::uint32_t>(only_row(work, act));
  const RowEdits edits(work.multitext());
  return edits.part(row, edits.likely_cuts(row, document_of(work, act), segment_of(act)));
}

Decision worded(const ReviewedWork& work, const ReviewAct& act, DecisionKind kind) {
  const std::size_t row = only_row(work, act);
  Decision decision;
  decision.kind = kind;
  decision.language = act.language.value_or(Language());
  decision.text = act.text;
  if (kind == DecisionKind::comment && !act.segment) {
    const auto& runs = work.multitext().rows[row].runs;
    const auto first = std::ranges::find_if_not(runs, &SegmentRun::empty);
    const auto document = static_cast<std::size_t>(first - runs.begin());
    decision.language = work.multitext().documents[document].document.language;
    decision.segment = first->first;
    return decision;
  }
  const SegmentRun& run = work.multitext().rows[row].runs[document_of(work, act)];
  decision.segment = segment_of(act);
  if (decision.segment < run.first || decision.segment >= run.last)
    refuse_act("the segment is not in this row any more");
  return decision;
}

Decision about_findings(const ReviewedWork& work, const ReviewAct& act, DecisionKind kind) {
  if (act.findings.empty()) refuse_act("a finding is needed");
  Decision decision;
  decision.kind = kind;
  for (const std::string& name : act.findings) {
    if (std::ranges::find(work.findings(), name, &NamedFinding::name) ==
        work.findings().end())
      refuse_act("there is no such finding any more: what it is about says something else");
    decision.finding += (decision.finding.empty() ? "" : "\n") + dismissal_of_name(name);
  }
  return decision;
}

/// A sentence of the row is cut, or joined to the next.
Decision with_border(const ReviewedWork& work, const ReviewAct& act) {
  const std::uint32_t document = document_of(work, act);
  const std::uint32_t segment = segment_of(act);
  const SegmentRun& run = work.multitext().rows[only_row(work, act)].runs[document];
  if (segment < run.first || segment >= run.last)
    refuse_act("the segment is not in this row any more");
  return act.verb == ReviewVerb::cut
             ? cut_sentence(work.multitext(), document, segment, act.at)
             : unite_sentences(work.multitext(), document, segment);
}

Decision decision_for(const ReviewedWork& work, const ReviewAct& act,
                      const Termbase& termbase) {
  if (act.verb == ReviewVerb::cut || act.verb == ReviewVerb::unite)
    return with_border(work, act);
  if (act.verb == ReviewVerb::realign)
    return realign_rows(work, up_to_next_confirmed(work, only_row(work, act)), termbase);
  if (act.verb == ReviewVerb::join) return joined(work, act);
  if (act.verb == ReviewVerb::part) return parted(work, act);
  const std::optional<DecisionKind> kind = kind_of(act.verb);
  if (!kind) return pushed(work, act);
  Decision decision;
  decision.kind = *kind;
  switch (*kind) {
    case DecisionKind::resolve:
      return decision;
    case DecisionKind::edit:
    case DecisionKind::comment:
      return worded(work, act, *kind);
    case DecisionKind::dismiss:
    case DecisionKind::undismiss:
      return about_findings(work, act, *kind);
    default:
      return judged(work, act, *kind);
  }
}

std::string quoted_source(const ReviewedWork& work, const Finding& finding) {
  std::string words;
  for (const Spot& spot : finding.source) {
    const auto document = work.document_in(spot.language);
    if (document) words += spot.range.of(work.text_of(*document, spot.segment));
    words += '\n';
  }
  return words;
}

}  // namespace

std::optional<DecisionKind> kind_of(ReviewVerb verb) {
  const std::string_view name = review_verb_names.at(static_cast<std::size_t>(verb));
  const auto* const found = std::ranges::find(decision_kind_names, name);
  if (found == decision_kind_names.end()) return std::nullopt;
  return static_cast<DecisionKind>(found - decision_kind_names.begin());
}

std::optional<ReviewVerb> review_verb_from(std::string_view name) {
  const auto* const found = std::ranges::find(review_verb_names, name);
  if (found == review_verb_names.end()) return std::nullopt;
  return static_cast<ReviewVerb>(found - review_verb_names.begin());
}

std::vector<std::size_t> rows_touched(const ReviewedWork& work, const ReviewAct& act) {
  std::vector<std::size_t> places;
  for (const std::int64_t id : act.rows) {
    const auto place = work.place_of(id);
    if (!place) refuse_act("the row is gone; somebody has changed it");
    places.push_back(*place);
  }
  if (act.verb == ReviewVerb::unite && act.language && act.segment) {
    const std::uint32_t document = document_of(work, act);
    const auto& segments = work.multitext().documents[document].segments;
    if (std::size_t{*act.segment} + 1 < segments.size())
      places.push_back(work.row_of(document, *act.segment + 1));
  }
  if (act.verb == ReviewVerb::realign && !places.empty()) {
    const RowRange range = up_to_next_confirmed(work, places.front());
    for (std::size_t row = range.first + 1; row < range.last; ++row)
      places.push_back(row);
  }
  const std::size_t named = places.size();
  for (std::size_t i = 0; i < named; ++i) {
    const bool up = act.verb == ReviewVerb::push_up || act.verb == ReviewVerb::pull_down;
    const bool down = act.verb == ReviewVerb::push_down || act.verb == ReviewVerb::pull_up;
    if (up && places[i] > 0) places.push_back(places[i] - 1);
    if (down && places[i] + 1 < work.rows()) places.push_back(places[i] + 1);
  }
  std::ranges::sort(places);
  places.erase(std::ranges::unique(places).begin(), places.end());
  return places;
}

Proposal proposal_for(const ReviewedWork& work, const ReviewAct& act,
                      const Termbase& termbase) {
  const bool needs_rows = act.verb != ReviewVerb::dismiss &&
                          act.verb != ReviewVerb::undismiss &&
                          act.verb != ReviewVerb::resolve;
  if (needs_rows && act.rows.empty()) refuse_act("a row is needed");
  Proposal proposal;
  proposal.decision = decision_for(work, act, termbase);
  if (act.verb == ReviewVerb::resolve) proposal.subject = act.line;
  return proposal;
}

std::vector<std::string> findings_like(const ReviewedWork& work, std::string_view name) {
  const auto one = std::ranges::find(work.findings(), name, &NamedFinding::name);
  if (one == work.findings().end()) return {};
  std::vector<std::string> names;
  const std::string source = quoted_source(work, one->finding);
  for (const NamedFinding& other : work.findings())
    if (!other.dismissed && other.finding.rule == one->finding.rule &&
        other.finding.target.front().language == one->finding.target.front().language &&
        other.finding.suggestion == one->finding.suggestion &&
        quoted_source(work, other.finding) == source)
      names.push_back(other.name);
  return names;
}

}  // namespace hexapla
