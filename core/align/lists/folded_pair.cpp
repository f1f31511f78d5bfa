#include "align/lists/folded_pair.hpp"

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

std::vector<ReorderedList> lists_between(const AlignmentSide& source,
                                         const AlignmentSide& target,
                                         const AlignmentConstraints& guidance,
                                         const AlignSettings& settings) {
  const bool none = guidance.before && guidance.before->lists_keep_order;
  if (!guidance.fixed.empty() || guidance.prior || none) return {};
  return reordered_lists(source, target, settings.words);
}

std::vector<Bead> with_lists(std::vector<Bead> fixed,
                             std::span<const ReorderedList> lists) {
  for (const ReorderedList& list : lists)
    fixed.push_back({list.source, list.target, 1});
  return fixed;
}

Guides guides_between(const FoldedSide& source, const FoldedSide& target,
                      std::span<const Bead> fixed, const AlignmentConstraints& guidance) {
  std::vector<Bead> folded;
  for (const Bead& bead : fixed) {
    const auto from = source.folded(bead.source.first);
    const auto to = target.folded(bead.target.first);
    folded.push_back({{from, bead.source.empty() ? from : from + 1},
                      {to, bead.target.empty() ? to : to + 1}});
  }
  Guides guides{{folded, static_cast<std::uint32_t>(source.side().segments.size()),
                 static_cast<std::uint32_t>(target.side().segments.size())},
                {}};
  if (guidance.prior)
    guides.prior = [&](const SegmentRun& from, const SegmentRun& to) {
      return guidance.prior(source.unfolded(from), target.unfolded(to));
    };
  return guides;
}

}  // namespace

FoldedPair::FoldedPair(const AlignmentSide& source, const AlignmentSide& target,
                       const AlignmentConstraints& guidance, const AlignSettings& settings)
    : lists_(lists_between(source, target, guidance, settings)),
      fixed_(with_lists(guidance.fixed, lists_)),
      source_(source, runs_of(fixed_, &Bead::source)),
      target_(target, runs_of(fixed_, &Bead::target)),
      guides_(guides_between(source_, target_, fixed_, guidance)) {}

std::vector<Bead> FoldedPair::folded(std::vector<Bead> beads) const {
  for (Bead& bead : beads) {
    bead.source = {source_.folded(bead.source.first), source_.folded(bead.source.last)};
    bead.target = {target_.folded(bead.target.first), target_.folded(bead.target.last)};
  }
  return beads;
}

void FoldedPair::unfold(std::vector<Bead>& beads) const {
  for (Bead& bead : beads) {
    if (guides_.fixed.has(bead)) bead.confidence = 1;
    bead.source = source_.unfolded(bead.source);
    bead.target = target_.unfolded(bead.target);
  }
  for (const ReorderedList& list : lists_) {
    const auto whole = std::ranges::find(beads, list.source, &Bead::source);
    if (whole == beads.end()) continue;
    const auto entries = in_one_order(list);
    beads.insert(beads.erase(whole), entries.begin(), entries.end());
  }
}

}  // namespace hexapla
