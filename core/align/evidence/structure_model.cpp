#include "align/evidence/structure_model.hpp"

#include "align/evidence/association.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// What is usual among translations of one document, as if so many beads had been seen.
constexpr double structure_weight = 12;
constexpr double usual_share_of_beginnings = 0.3;
constexpr double structure_disagreement = 0.03;
constexpr double usual_crossing = 0.02;  // borders of blocks among those inside beads
/// Of a block of one kind against one of another.
constexpr float other_kind = -2;

std::uint32_t borders_inside(std::span<const SegmentPlace> places, const SegmentRun& run) {
  std::uint32_t borders = 0;
  for (auto segment = run.first + 1; segment < run.last; ++segment)
    if (places[segment].begins_block) ++borders;
  return borders;
}

}  // namespace

StructureModel::StructureModel(std::span<const SegmentPlace> source,
                               std::span<const SegmentPlace> target)
    : source_(source), target_(target) {
  learn({});
}

void StructureModel::learn(std::span<const Bead> beads) {
  if (source_.empty() || target_.empty()) return;
  const double both = usual_share_of_beginnings - structure_disagreement / 2;
  Counts counts{{{1 - both - structure_disagreement, structure_disagreement / 2},
                 {structure_disagreement / 2, both}}};
  for (auto& row : counts)
    for (double& count : row)
      count *= structure_weight;
  double crossings = structure_weight * usual_crossing;
  double insides = structure_weight;
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    counts[source_[bead.source.first].begins_block ? 1 : 0]
          [target_[bead.target.first].begins_block ? 1 : 0] += bead.confidence;
    insides += bead.confidence * (bead.source.size() + bead.target.size() - 2);
    crossings += bead.confidence * (borders_inside(source_, bead.source) +
                                    borders_inside(target_, bead.target));
  }
  derive(counts, crossings, insides);
}

void StructureModel::derive(const Counts& counts, double crossings, double insides) {
  beginnings_ = log_association(counts);
  const auto begins = [](const SegmentPlace& place) { return place.begins_block; };
  const double borders = static_cast<double>(std::ranges::count_if(source_, begins) +
                                             std::ranges::count_if(target_, begins));
  const double share =
      (1 + borders) / static_cast<double>(2 + source_.size() + target_.size());
  crossing_ = static_cast<float>(std::min(0.0, std::log(crossings / insides / share)));
}

float StructureModel::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  if (source_.empty() || target_.empty()) return 0;
  const SegmentPlace& first_source = source_[source.first];
  const SegmentPlace& first_target = target_[target.first];
  const float kinds = first_source.kind == first_target.kind ? 0 : other_kind;
  const auto crossings =
      static_cast<float>(borders_inside(source_, source) + borders_inside(target_, target));
  return kinds + crossings * crossing_ +
         beginnings_[first_source.begins_block ? 1 : 0][first_target.begins_block ? 1 : 0];
}

}  // namespace hexapla
