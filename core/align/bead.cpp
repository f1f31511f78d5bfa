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

bool are_apart(std::span<const SegmentRun> runs, std::uint32_t size) {
  std::uint32_t next = 0;
  for (const SegmentRun& run : runs) {
    if (run.first < next || run.last < run.first) return false;
    next = run.last;
  }
  return next <= size;
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

bool in_order(std::span<const Bead> beads, std::uint32_t source_size,
              std::uint32_t target_size) {
  std::vector<SegmentRun> sources;
  std::vector<SegmentRun> targets;
  std::vector<Bead> paired;
  for (const Bead& bead : beads) {
    if (!bead.source.empty()) sources.push_back(bead.source);
    if (!bead.target.empty()) targets.push_back(bead.target);
    if (!bead.source.empty() && !bead.target.empty()) paired.push_back(bead);
  }
  std::ranges::sort(sources, {}, &SegmentRun::first);
  std::ranges::sort(targets, {}, &SegmentRun::first);
  std::ranges::sort(paired, {}, [](const Bead& bead) { return bead.source.first; });
  return are_apart(sources, source_size) && are_apart(targets, target_size) &&
         std::ranges::is_sorted(paired, {},
                                [](const Bead& bead) { return bead.target.first; });
}

double parallelism(std::span<const Bead> beads) {
  return share_of_segments(beads, [](const Bead& bead) {
    return bead.source.empty() || bead.target.empty() ? 0 : bead.confidence;
  });
}

std::vector<Bead> unpaired(std::uint32_t source_size, std::uint32_t target_size) {
  std::vector<Bead> beads;
  for (std::uint32_t segment = 0; segment < source_size; ++segment)
    beads.push_back({{segment, segment + 1}, {0, 0}, 1});
  for (std::uint32_t segment = 0; segment < target_size; ++segment)
    beads.push_back({{source_size, source_size}, {segment, segment + 1}, 1});
  return beads;
}

}  // namespace hexapla
