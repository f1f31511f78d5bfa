#include "align/bead.hpp"

#include <algorithm>

namespace hexapla {
namespace {

bool follow_each_other(std::span<const SegmentRun> runs, std::uint32_t size) {
  std::uint32_t next = 0;
  for (const SegmentRun& run : runs) {
    if (run.first != next) return false;
    next = run.last;
  }
  return next == size;
}

}  // namespace

bool tiles(std::span<const Bead> beads, std::uint32_t source_size,
           std::uint32_t target_size) {
  std::vector<SegmentRun> sources;
  std::vector<SegmentRun> targets;
  for (const Bead& bead : beads) {
    const bool backwards =
        bead.source.first > bead.source.last || bead.target.first > bead.target.last;
    if (backwards || (bead.source.empty() && bead.target.empty())) return false;
    // Where an empty run stands covers nothing, so it does not matter here.
    if (!bead.source.empty()) sources.push_back(bead.source);
    if (!bead.target.empty()) targets.push_back(bead.target);
  }
  std::ranges::sort(targets, {}, &SegmentRun::first);
  return follow_each_other(sources, source_size) && follow_each_other(targets, target_size);
}

}  // namespace hexapla
