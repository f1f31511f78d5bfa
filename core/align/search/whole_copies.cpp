#include "align/search/whole_copies.hpp"

#include <algorithm>
#include <cstddef>

namespace hexapla {
namespace {

/// One side on which segments may be left out.
struct LeftOut {
  std::span<const std::string_view> texts;
  SegmentRun Bead::*own;
  SegmentRun Bead::*other;

  [[nodiscard]] bool alone(const Bead& bead) const {
    return (bead.*other).empty() && !(bead.*own).empty();
  }

  /// Whether the last of the `run` say what the segments just before it say.
  [[nodiscard]] bool repeats(const SegmentRun& before, const SegmentRun& run) const {
    if (before.empty() || before.size() > run.size() || before.last != run.first)
      return false;
    const auto from = texts.begin();
    return std::equal(from + before.first, from + before.last,
                      from + (run.last - before.size()));
  }

  /// Whether `run` is as long as a passage of more than one segment that is twice here.
  [[nodiscard]] bool is_copy(const SegmentRun& run) const {
    if (run.size() < 2) return false;
    std::uint32_t before = 0;
    while (before < run.first && before < run.size() &&
           texts[run.first - 1 - before] == texts[run.last - 1 - before])
      ++before;
    std::uint32_t after = 0;
    while (run.last + after < texts.size() && after < run.size() &&
           texts[run.first + after] == texts[run.last + after])
      ++after;
    return before + after >= run.size();
  }
};

/// Moves the empty beads [first, last) before the bead in front of them, if they may.
bool moved_forward(std::vector<Bead>& beads, std::size_t first, std::size_t last,
                   const LeftOut& side,
                   const std::function<bool(const Bead&)>& is_allowed) {
  if (first == 0) return false;
  Bead& before = beads[first - 1];
  const SegmentRun run{(beads[first].*side.own).first, (beads[last - 1].*side.own).last};
  if ((before.*side.other).empty() || !side.repeats(before.*side.own, run)) return false;
  const std::uint32_t size = (before.*side.own).size();
  const std::uint32_t place = (before.*side.other).first;
  Bead moved = before;
  moved.*side.own = {run.last - size, run.last};
  if (!is_allowed(moved)) return false;
  for (std::size_t bead = first; bead < last; ++bead) {
    SegmentRun& own = beads[bead].*side.own;
    own = {own.first - size, own.last - size};
    beads[bead].*side.other = {place, place};
    beads[bead - 1] = beads[bead];
  }
  beads[last - 1] = moved;
  return true;
}

void leave_out_whole_copies(std::vector<Bead>& beads, const LeftOut& side,
                            const std::function<bool(const Bead&)>& is_allowed) {
  for (std::size_t at = 0; at < beads.size();) {
    if (!side.alone(beads[at])) {
      ++at;
      continue;
    }
    std::size_t first = at;
    std::size_t last = at;
    while (last < beads.size() && side.alone(beads[last]))
      ++last;
    at = last;
    if (!side.is_copy({(beads[first].*side.own).first, (beads[last - 1].*side.own).last}))
      continue;
    while (moved_forward(beads, first, last, side, is_allowed)) {
      --first;
      --last;
    }
  }
}

}  // namespace

void leave_out_whole_copies(std::vector<Bead>& beads,
                            std::span<const std::string_view> source,
                            std::span<const std::string_view> target,
                            const std::function<bool(const Bead&)>& is_allowed) {
  leave_out_whole_copies(beads, {source, &Bead::source, &Bead::target}, is_allowed);
  leave_out_whole_copies(beads, {target, &Bead::target, &Bead::source}, is_allowed);
}

}  // namespace hexapla
