#include "align/lattice.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {

Lattice::Lattice(Band band, std::vector<Shape> shapes, std::uint32_t source_size,
                 std::uint32_t target_size)
    : band_(std::move(band)),
      shapes_(std::move(shapes)),
      source_size_(source_size),
      target_size_(target_size) {}

/// Visits the beads that begin at a border: visit(number of bead, shape, cell of its end).
template <class Visit>
void Lattice::for_each_bead(std::uint32_t source, std::uint32_t target,
                            const Visit& visit) const {
  const std::size_t first = band_.cell(source, target) * shapes_.size();
  for (std::size_t shape = 0; shape < shapes_.size(); ++shape) {
    const auto source_end = source + shapes_[shape].source;
    const auto target_end = target + shapes_[shape].target;
    if (band_.holds(source_end, target_end))
      visit(first + shape, shape, band_.cell(source_end, target_end));
  }
}

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

namespace {

/// A sum of numbers given by their logarithms.
class LogSum {
 public:
  void add(double log_value) {
    if (log_value <= greatest_) {
      sum_ += std::exp(log_value - greatest_);
    } else {
      sum_ = sum_ * std::exp(greatest_ - log_value) + 1;
      greatest_ = log_value;
    }
  }
  [[nodiscard]] double log() const {
    return sum_ == 0 ? impossible : greatest_ + std::log(sum_);
  }

 private:
  double greatest_ = std::numeric_limits<double>::lowest();
  double sum_ = 0;
};

}  // namespace

Lattice::Posteriors Lattice::posteriors() const {
  // Backward: behind each cell, the sum over all paths to the end.
  std::vector<double> behind(band_.cells(), impossible);
  behind.back() = 0;
  for (std::uint32_t source = source_size_ + 1; source-- > 0;) {
    const auto& row = band_.rows[source];
    for (auto target = row.last; target-- > row.first;) {
      if (source == source_size_ && target == target_size_) continue;
      LogSum sum;
      for_each_bead(source, target, [&](std::size_t bead, std::size_t, std::size_t end) {
        if (behind[end] > impossible) sum.add(scores_[bead] + behind[end]);
      });
      behind[band_.cell(source, target)] = sum.log();
    }
  }
  // Forward, already as probabilities: what arrives at a cell is shared out to its beads.
  Posteriors result;
  result.log_likelihood = behind.front();
  result.beads.assign(scores_.size(), 0);
  result.borders.assign(band_.cells(), 0);
  result.shape_counts.assign(shapes_.size(), 0);
  result.borders.front() = 1;
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    const auto& row = band_.rows[source];
    for (auto target = row.first; target < row.last; ++target) {
      const std::size_t here = band_.cell(source, target);
      if (result.borders[here] < 1e-9F) continue;
      for_each_bead(
          source, target, [&](std::size_t bead, std::size_t shape, std::size_t end) {
            if (behind[end] <= impossible) return;
            const auto share =
                static_cast<float>(result.borders[here] *
                                   std::exp(scores_[bead] + behind[end] - behind[here]));
            result.beads[bead] =
                std::min(share, 1.0F);  // sums of rounded shares can pass 1
            result.borders[end] += share;
            result.shape_counts[shape] += share;
          });
    }
  }
  return result;
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
