#include "align/model.hpp"

#include "align/lists/folded_pair.hpp"
#include "align/search/attempts.hpp"

#include <algorithm>
#include <limits>

namespace hexapla {
namespace {

/// Segments in doubt, as a share, from which on all is searched again.
constexpr double doubt_within_band = 0.3;

/// Where the texts have been aligned before, with other guides, that way is followed, if it
/// can be.
Outcome outcome_between(const FoldedPair& folded, const FoundBefore* before,
                        const AlignSettings& settings, const ModelSettings& model) {
  const AlignmentSide& source = folded.source();
  const AlignmentSide& target = folded.target();
  Way way;
  if (before) way = {folded.folded(before->beads), folded.folded(before->likely)};
  const double doubtful = before ? doubt_of(way, source, target, settings)
                                 : std::numeric_limits<double>::infinity();
  // All beads of the last search are known, so that the way may change within its band.
  if (doubtful < doubt_within_band && before->heard && folded.guides().prior &&
      !settings.explain)
    return decided_with_witnesses(*before->heard, {folded.guides(), source, target, model});
  const TextPair texts(source, target, settings, model);
  return doubtful < hardly_any ? run_along(way, texts, folded.guides(), settings, model)
                               : best_outcome(texts, folded.guides(), settings, model);
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
  const FoldedPair folded(source, target, guidance, settings);
  Outcome aligned = outcome_between(folded, guidance.before, possible, model);
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
      judged->lost.push_back(
          {folded.unfolded_source(passage.source), folded.unfolded_target(passage.target)});
  GuidedAlignment result{std::move(aligned.beads), std::move(aligned.likely),
                         std::move(aligned.explanations), judged};
  if (!folded.has_lists()) result.found.heard = std::move(aligned.heard);
  return result;
}

std::vector<Bead> align_by(const AlignmentSide& source, const AlignmentSide& target,
                           const AlignSettings& settings, const ModelSettings& model) {
  return align_guided_by(source, target, {}, settings, model).beads;
}

}  // namespace hexapla
