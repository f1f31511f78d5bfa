#include "align/search/lattice.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {

Lattice::Lattice(Band band, std::vector<Shape> shapes, std::uint32_t source_size,
                 std::uint32_t target_size, const GapModel& runs)
    : band_(std::move(band)),
      shapes_(std::move(shapes)),
      source_size_(source_size),
      target_size_(target_size),
      runs_(runs) {}

void Lattice::fill(const std::function<float(const Bead&, std::size_t)>& score) {
  scores_.assign(band_.cells() * shapes_.size(), impossible);
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    const auto& row = band_.rows[source];
    for (auto target = row.first; target < row.last; ++target) {
      for_each_bead(source, target, [&](std::size_t bead, std::size_t shape, std::size_t) {
        scores_[bead] = score({{source, source + shapes_[shape].source},
                               {target, target + shapes_[shape].target}},
                              shape);
      });
    }
  }
}

void Lattice::temper(float factor) {
  for (float& score : scores_)
    score *= factor;
  runs_.open *= factor;
  runs_.stay *= factor;
  runs_.close *= factor;
}

std::vector<Bead> Lattice::best_path(
    const std::function<float(std::size_t, std::size_t)>& gain,
    std::span<const float> confidences) const {
  constexpr std::uint8_t none = 255;
  std::vector<float> best(band_.cells(), impossible);
  std::vector<std::uint8_t> arrived_by(band_.cells(), none);
  best.front() = 0;
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    const auto& row = band_.rows[source];
    for (auto target = row.first; target < row.last; ++target) {
      const std::size_t here = band_.cell(source, target);
      if (best[here] <= impossible) continue;
      for_each_bead(source, target,
                    [&](std::size_t bead, std::size_t shape, std::size_t end) {
                      const float sum = best[here] + gain(bead, shape);
                      if (sum <= best[end]) return;
                      best[end] = sum;
                      arrived_by[end] = static_cast<std::uint8_t>(shape);
                    });
    }
  }
  std::vector<Bead> path;
  for (auto source = source_size_, target = target_size_; source + target > 0;) {
    const auto shape = arrived_by[band_.cell(source, target)];
    const SegmentRun sources{source - shapes_[shape].source, source};
    const SegmentRun targets{target - shapes_[shape].target, target};
    source = sources.first;
    target = targets.first;
    const auto bead = band_.cell(source, target) * shapes_.size() + shape;
    path.push_back({sources, targets, confidences[bead]});
  }
  std::ranges::reverse(path);
  return path;
}

std::vector<Bead> Lattice::likely_beads(const Posteriors& posteriors, double least) const {
  std::vector<Bead> beads;
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    const auto& row = band_.rows[source];
    for (auto target = row.first; target < row.last; ++target) {
      if (posteriors.borders[band_.cell(source, target)] < least) continue;
      for_each_bead(source, target, [&](std::size_t bead, std::size_t shape, std::size_t) {
        if (posteriors.beads[bead] < least) return;
        beads.push_back({{source, source + shapes_[shape].source},
                         {target, target + shapes_[shape].target},
                         posteriors.beads[bead]});
      });
    }
  }
  return beads;
}

}  // namespace hexapla
