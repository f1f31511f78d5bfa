#include "align/align_around.hpp"

#include "align/batch.hpp"

namespace hexapla {
namespace {

template <class Value>
std::vector<Value> part_of(const std::vector<Value>& values, const SegmentRun& run) {
  if (values.empty()) return {};
  return {values.begin() + run.first, values.begin() + run.last};
}

AlignmentSide part_of(const AlignmentSide& side, const SegmentRun& run) {
  return {side.language, part_of(side.segments, run), part_of(side.places, run),
          part_of(side.concepts, run), part_of(side.translation, run)};
}

}  // namespace

bool in_order(std::span<const Bead> beads, std::uint32_t source_size,
              std::uint32_t target_size) {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  for (const Bead& bead : beads) {
    if (bead.source.first < source || bead.source.last < bead.source.first ||
        bead.target.first < target || bead.target.last < bead.target.first)
      return false;
    source = bead.source.last;
    target = bead.target.last;
  }
  return source <= source_size && target <= target_size;
}

std::vector<Bead> align_around(std::span<const Bead> confirmed, const AlignmentSide& source,
                               const AlignmentSide& target, const AlignSettings& settings,
                               unsigned threads) {
  std::vector<BatchPair> parts;
  std::vector<Bead> before{{{0, 0}, {0, 0}}};
  before.insert(before.end(), confirmed.begin(), confirmed.end());
  for (std::size_t gap = 0; gap < before.size(); ++gap) {
    const bool is_last = gap + 1 == before.size();
    const auto source_end = is_last ? static_cast<std::uint32_t>(source.segments.size())
                                    : before[gap + 1].source.first;
    const auto target_end = is_last ? static_cast<std::uint32_t>(target.segments.size())
                                    : before[gap + 1].target.first;
    parts.push_back({part_of(source, {before[gap].source.last, source_end}),
                     part_of(target, {before[gap].target.last, target_end})});
  }
  const auto aligned = align_batch(parts, settings, threads);
  std::vector<Bead> beads;
  for (std::size_t gap = 0; gap < before.size(); ++gap) {
    if (gap > 0) {
      beads.push_back(before[gap]);
      beads.back().confidence = 1;
    }
    const auto first_source = before[gap].source.last;
    const auto first_target = before[gap].target.last;
    for (Bead bead : aligned[gap]) {
      bead.source = {bead.source.first + first_source, bead.source.last + first_source};
      bead.target = {bead.target.first + first_target, bead.target.last + first_target};
      beads.push_back(bead);
    }
  }
  return beads;
}

}  // namespace hexapla
