#include "align/model.hpp"

#include "align/lists/folded_pair.hpp"
#include "align/search/attempts.hpp"

#include <algorithm>

namespace hexapla {

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
  const FoldedPair folded(source, target, guidance, settings);
  const TextPair texts(folded.source(), folded.target(), possible, model);
  Outcome aligned =
      guidance.before && !guidance.before->beads.empty()
          ? outcome_near({folded.folded(guidance.before->beads),
                          folded.folded(guidance.before->likely)},
                         texts, folded.guides(), possible, model)
          : best_outcome(texts, folded.guides(), possible, model);
  folded.unfold(aligned.beads);
  folded.unfold(aligned.likely);
  for (Explanation& explanation : aligned.explanations) {
    explanation.source = folded.unfolded_source(explanation.source);
    explanation.target = folded.unfolded_target(explanation.target);
  }
  std::optional<BelongingScore> judged;
  if (settings.judge && !guidance.prior)
    judged = guidance.fixed.empty()
                 ? belonging(source, target, {aligned.beads, aligned.log_likelihood},
                             possible, model)
                 : BelongingScore{};  // a person has said so
  if (judged)
    for (const Passage& passage : aligned.lost)
      judged->lost.push_back({folded.unfolded_source(passage.source),
                              folded.unfolded_target(passage.target)});
  return {std::move(aligned.beads), std::move(aligned.likely),
          std::move(aligned.explanations), judged};
}

std::vector<Bead> align_by(const AlignmentSide& source, const AlignmentSide& target,
                           const AlignSettings& settings, const ModelSettings& model) {
  return align_guided_by(source, target, {}, settings, model).beads;
}

}  // namespace hexapla
