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

Lattice::BeadRow Lattice::row_of(std::size_t shape, std::uint32_t source) const {
  const auto [sources, targets] = shapes_[shape];
  BeadRow row{shape, source, 0, 0};
  if (source + sources >= band_.rows.size()) return row;
  const auto& begin = band_.rows[source];
  const auto& end = band_.rows[source + sources];
  row.first = std::max(begin.first, std::max(end.first, targets) - targets);
  row.last = std::min(begin.last, std::max(end.last, targets) - targets);
  row.last = std::max(row.last, row.first);
  return row;
}

void Lattice::fill(const ScoreRow& score) {
  scores_.assign(band_.cells() * shapes_.size(), impossible);
  add([&](const BeadRow& row, std::span<float> scores) {
    std::ranges::fill(scores, 0.0F);
    score(row, scores);
  });
}

void Lattice::add(const ScoreRow& more) {
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    for (std::size_t shape = 0; shape < shapes_.size(); ++shape) {
      const BeadRow row = row_of(shape, source);
      if (row.first == row.last) continue;
      more(row, std::span(scores_).subspan(number_of(source, row.first, shape),
                                           row.last - row.first));
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

std::vector<Bead> Lattice::best_path(std::span<const float> worths,
                                     const Posteriors& posteriors,
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
                      const float sum = best[here] + worths[shape] * posteriors.beads[bead];
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
    path.push_back({sources, targets, confidences[number_of(source, target, shape)]});
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
