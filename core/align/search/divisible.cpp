#include "align/search/lattice.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace hexapla {
namespace {

/// Nats that either part must have for itself.
constexpr float enough = 3;
/// Nats by which a bead must be better than the sum of its parts. One that is not loses
/// twice what it lacks, up to a limit, since words that neighbours share count for the
/// whole twice.
constexpr float least_advantage = 2;
constexpr float greatest_discount = 3;

/// The numbers of shapes, by how many segments they have.
class ShapeNumbers {
 public:
  explicit ShapeNumbers(std::span<const Shape> shapes) {
    for (std::size_t number = 0; number < shapes.size(); ++number)
      if (shapes[number].source > 0 && shapes[number].target > 0)
        numbers_.at(place_of(shapes[number])) = number;
  }
  [[nodiscard]] std::size_t of(const Shape& shape) const {
    return numbers_[place_of(shape)];
  }

 private:
  static std::size_t place_of(const Shape& shape) {
    return (shape.source - 1) * widest_possible_bead + shape.target - 1;
  }
  std::array<std::size_t, most_shapes> numbers_{};
};

}  // namespace

/// The parts of a bead begin in its own row, where their shapes come before its own, or in
/// rows below: taken from the first row and the last shape on, a bead is always compared
/// with parts that have lost nothing yet.
void Lattice::discount_divisible() {
  const ShapeNumbers numbers(shapes_);
  std::vector<float> sums;  // of the best cut whose parts both have enough for themselves
  const auto add_cut = [&](const BeadRow& row, const Shape& whole, const Shape& first) {
    const Shape second{whole.source - first.source, whole.target - first.target};
    const auto& cut = band_.rows[row.source + first.source];
    const auto begin = std::max(row.first, std::max(cut.first, first.target) - first.target);
    const auto end = std::min(row.last, std::max(cut.last, first.target) - first.target);
    if (begin >= end) return;
    const float* const ones = &scores_[number_of(row.source, begin, numbers.of(first))];
    const float* const others = &scores_[number_of(
        row.source + first.source, begin + first.target, numbers.of(second))];
    float* const best = sums.data() + (begin - row.first);
    for (std::uint32_t at = 0; at < end - begin; ++at) {
      const float sum = ones[at] + others[at];
      best[at] = std::min(ones[at], others[at]) > enough ? std::max(best[at], sum) : best[at];
    }
  };
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    for (std::size_t shape = shapes_.size(); shape-- > 0;) {
      const Shape& whole = shapes_[shape];
      if (whole.source < 2 || whole.target < 2) continue;
      const BeadRow row = row_of(shape, source);
      if (row.first == row.last) continue;
      sums.assign(row.last - row.first, impossible);
      for (std::uint32_t sources = 1; sources < whole.source; ++sources)
        for (std::uint32_t targets = 1; targets < whole.target; ++targets)
          add_cut(row, whole, {sources, targets});
      float* const scores = &scores_[number_of(source, row.first, shape)];
      for (std::size_t at = 0; at < sums.size(); ++at) {
        if (scores[at] <= 0 || scores[at] - sums[at] >= least_advantage) continue;
        const float lacking = least_advantage - (scores[at] - sums[at]);
        scores[at] -= std::min(2 * lacking, greatest_discount);
      }
    }
  }
}

}  // namespace hexapla
