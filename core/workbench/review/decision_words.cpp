#include "text/table.hpp"
#include "workbench/review/review_act.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

/// "zh 3–4, en 5": the segments of beads, by language, from 1 as people count.
std::string segments_in_words(const std::vector<BeadsBetween>& pairs) {
  struct Run {
    Language language;
    std::uint32_t first;
    std::uint32_t last;
  };
  std::vector<Run> runs;
  const auto add = [&](Language language, const SegmentRun& run) {
    if (run.empty()) return;
    const auto known = std::ranges::find(runs, language, &Run::language);
    if (known == runs.end()) {
      runs.push_back({language, run.first, run.last});
    } else {
      known->first = std::min(known->first, run.first);
      known->last = std::max(known->last, run.last);
    }
  };
  for (const BeadsBetween& pair : pairs)
    for (const Bead& bead : pair.beads) {
      add(pair.source, bead.source);
      add(pair.target, bead.target);
    }
  std::string words;
  for (const Run& run : runs) {
    words += (words.empty() ? "" : ", ") + std::string(run.language.tag()) + ' ' +
             std::to_string(run.first);
    if (run.last > run.first + 1) words += "–" + std::to_string(run.last - 1);
  }
  return words;
}

/// The beads of the pair that has most to say: of it, joining and parting can be told.
std::string what_replaced(const Decision& decision) {
  std::size_t before = 0;
  std::size_t after = 0;
  for (std::size_t i = 0; i < decision.beads.size() && i < decision.after.size(); ++i) {
    before = std::max(before, decision.beads[i].beads.size());
    after = std::max(after, decision.after[i].beads.size());
  }
  if (after < before) return "joined";
  if (after > before) return "parted";
  return "moved a border of";
}

std::string finding_in_words(const std::string& lines) {
  const auto names = parts_of(lines, '\n');
  const auto fields = parts_of(names.front(), '\t');
  constexpr std::size_t columns = 4;
  if (fields.size() != columns) return lines;
  std::string words = std::string(fields[0]) + " in " + std::string(fields[1]) + ' ' +
                      std::string(fields[2]);
  if (names.size() > 1) words += " and " + std::to_string(names.size() - 1) + " like it";
  return words;
}

}  // namespace

std::string words_for(const LoggedDecision& line, std::span<const LoggedDecision> log) {
  const Decision& decision = line.decision;
  const std::string where = decision.row == 0 ? segments_in_words(decision.beads)
                                              : "row id " + std::to_string(decision.row);
  const std::string segment =
      std::string(decision.language.tag()) + ' ' + std::to_string(decision.segment);
  const auto subject = std::ranges::find(log, line.subject, &LoggedDecision::id);
  const std::string about =
      subject == log.end() || line.subject == 0
          ? std::string()
          : "line " + std::to_string(line.subject) + ": " + words_for(*subject, {});
  switch (decision.kind) {
    case DecisionKind::confirm:
      return "confirmed " + where;
    case DecisionKind::reject:
      return "rejected " + where;
    case DecisionKind::clear:
      return "took back the verdict on " + where;
    case DecisionKind::replace:
      return what_replaced(decision) + ' ' + where;
    case DecisionKind::edit:
      return "edited " + segment + ": “" + decision.was + "” → “" + decision.text + "”";
    case DecisionKind::cut:
      return "cut " + segment + ": “" + decision.was + "” | “" + decision.text + "”";
    case DecisionKind::unite:
      return "joined " + segment + " and the next: “" + decision.was + "” + “" +
             decision.text + "”";
    case DecisionKind::realign:
      return "aligned again " + where;
    case DecisionKind::comment:
      return "commented on " + segment + ": " + decision.text;
    case DecisionKind::dismiss:
      return "dismissed " + finding_in_words(decision.finding);
    case DecisionKind::undismiss:
      return "took up again " + finding_in_words(decision.finding);
    case DecisionKind::resolve:
      return "settled " + about;
    case DecisionKind::undo:
      return "undid " + about;
    case DecisionKind::redo:
      return "did again " + about;
  }
  return {};
}

}  // namespace hexapla
