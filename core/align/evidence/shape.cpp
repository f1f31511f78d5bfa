#include "align/evidence/shape.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hexapla {
namespace {

/// First guesses, between those of Gale and Church (1993) for parliament and what novels
/// translated from Chinese have; learning moves them.
double first_guess_of_shape(const Shape& shape) {
  constexpr double omission = 0.03;
  constexpr double one_to_one = 0.8;
  constexpr double a_segment_more = 0.13;  // each further segment on one side only
  constexpr double both_sides = 0.05;
  if (shape.source == 0 || shape.target == 0) return omission;
  const auto less = std::min(shape.source, shape.target);
  const auto more = std::max(shape.source, shape.target);
  return one_to_one * std::pow(a_segment_more, 0.8 * (more - less)) *
         std::pow(both_sides, 0.8 * (less - 1));
}

}  // namespace

std::vector<Shape> shapes_up_to(std::uint32_t widest) {
  std::vector<Shape> shapes{{1, 0}, {0, 1}};
  for (std::uint32_t source = 1; source <= widest; ++source)
    for (std::uint32_t target = 1; target <= widest; ++target)
      shapes.push_back({source, target});
  return shapes;
}

ShapePrior::ShapePrior(std::vector<Shape> shapes) : shapes_(std::move(shapes)) {
  for (const Shape& shape : shapes_)
    first_guess_.push_back(first_guess_of_shape(shape));
  const double sum = std::accumulate(first_guess_.begin(), first_guess_.end(), 0.0);
  for (double& guess : first_guess_)
    guess /= sum;
  logs_.resize(shapes_.size());
  learn(std::vector<double>(shapes_.size(), 0.0), 1);
}

void ShapePrior::learn(std::span<const double> counts, double weight) {
  const double sum = std::accumulate(counts.begin(), counts.end(), weight);
  for (std::size_t shape = 0; shape < shapes_.size(); ++shape)
    logs_[shape] = std::log((counts[shape] + weight * first_guess_[shape]) / sum);
}

}  // namespace hexapla
