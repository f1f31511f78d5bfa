#include "align/model.hpp"

#include "align/lists/reordered_lists.hpp"
#include "align/search/attempts.hpp"
#include "align/search/fixed_beads.hpp"
#include "align/search/guides.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// The runs of one side that hold something.
std::vector<SegmentRun> runs_of(std::span<const Bead> beads, SegmentRun Bead::*side) {
  std::vector<SegmentRun> runs;
  for (const Bead& bead : beads)
    if (!(bead.*side).empty()) runs.push_back(bead.*side);
  std::ranges::sort(runs, {}, &SegmentRun::first);
  return runs;
}

void unfold(std::vector<Bead>& beads, const FoldedSide& source, const FoldedSide& target,
            const FixedBeads& fixed) {
  for (Bead& bead : beads) {
    if (fixed.has(bead)) bead.confidence = 1;
    bead.source = source.unfolded(bead.source);
    bead.target = target.unfolded(bead.target);
  }
}

Guides guides_between(const FoldedSide& source, const FoldedSide& target,
                      const AlignmentConstraints& guidance) {
  std::vector<Bead> fixed;
  for (const Bead& bead : guidance.fixed) {
    const auto from = source.folded(bead.source.first);
    const auto to = target.folded(bead.target.first);
    fixed.push_back({{from, bead.source.empty() ? from : from + 1},
                     {to, bead.target.empty() ? to : to + 1}});
  }
  Guides guides{{fixed, static_cast<std::uint32_t>(source.side().segments.size()),
                 static_cast<std::uint32_t>(target.side().segments.size())},
                {}};
  if (guidance.prior)
    guides.prior = [&](const SegmentRun& from, const SegmentRun& to) {
      return guidance.prior(source.unfolded(from), target.unfolded(to));
    };
  return guides;
}

/// Lists that are in another order on the other side, where nobody has said anything yet:
/// each is held together, so that nothing of it is joined to the text around it.
std::vector<ReorderedList> lists_between(const AlignmentSide& source,
                                         const AlignmentSide& target,
                                         const AlignmentConstraints& guidance,
                                         const AlignSettings& settings) {
  if (!guidance.fixed.empty() || guidance.prior) return {};
  return reordered_lists(source, target, settings.words);
}

/// Puts the entries of each list where it was held together.
void open_up(std::vector<Bead>& beads, const std::vector<ReorderedList>& lists) {
  for (const ReorderedList& list : lists) {
    const auto whole = std::ranges::find(beads, list.source, &Bead::source);
    if (whole == beads.end()) continue;
    const auto entries = in_one_order(list);
    beads.insert(beads.erase(whole), entries.begin(), entries.end());
  }
}

}  // namespace

GuidedAlignment align_guided_by(const AlignmentSide& source, const AlignmentSide& target,
                                const AlignmentConstraints& guidance,
                                const AlignSettings& settings, const ModelSettings& model) {
  if (source.segments.empty() || target.segments.empty()) {
    const auto beads = unpaired(static_cast<std::uint32_t>(source.segments.size()),
                                static_cast<std::uint32_t>(target.segments.size()));
    return {beads, beads, {}, {}};
  }
  AlignSettings possible = settings;
  possible.widest_bead = std::clamp(settings.widest_bead, 1U, widest_possible_bead);
  const auto lists = lists_between(source, target, guidance, settings);
  AlignmentConstraints known = guidance;
  for (const ReorderedList& list : lists)
    known.fixed.push_back({list.source, list.target, 1});
  const FoldedSide sources(source, runs_of(known.fixed, &Bead::source));
  const FoldedSide targets(target, runs_of(known.fixed, &Bead::target));
  const Guides guides = guides_between(sources, targets, known);
  const TextPair texts(sources.side(), targets.side(), possible, model);
  Outcome aligned = best_outcome(texts, guides, possible, model);
  unfold(aligned.beads, sources, targets, guides.fixed);
  unfold(aligned.likely, sources, targets, guides.fixed);
  open_up(aligned.beads, lists);
  open_up(aligned.likely, lists);
  for (Explanation& explanation : aligned.explanations) {
    explanation.source = sources.unfolded(explanation.source);
    explanation.target = targets.unfolded(explanation.target);
  }
  std::optional<BelongingScore> judged;
  if (settings.judge && !guidance.prior)
    judged = guidance.fixed.empty()
                 ? belonging(source, target, {aligned.beads, aligned.log_likelihood},
                             possible, model)
                 : BelongingScore{};  // a person has said so
  if (judged)
    for (const Passage& passage : aligned.lost)
      judged->lost.push_back(
          {sources.unfolded(passage.source), targets.unfolded(passage.target)});
  return {std::move(aligned.beads), std::move(aligned.likely),
          std::move(aligned.explanations), judged};
}

std::vector<Bead> align_by(const AlignmentSide& source, const AlignmentSide& target,
                           const AlignSettings& settings, const ModelSettings& model) {
  return align_guided_by(source, target, {}, settings, model).beads;
}

}  // namespace hexapla
