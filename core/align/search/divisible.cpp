#include "align/search/lattice.hpp"

#include <algorithm>
#include <array>

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

void Lattice::discount_divisible() {
  const ShapeNumbers numbers(shapes_);
  const auto score_of = [&](std::uint32_t source, std::uint32_t target,
                            const Shape& shape) {
    return scores_[number_of(source, target, numbers.of(shape))];
  };
  /// Of the best cut whose parts both have enough for themselves.
  const auto sum_of_parts = [&](std::uint32_t source, std::uint32_t target,
                                const Shape& whole) {
    float best = impossible;
    for (std::uint32_t sources = 1; sources < whole.source; ++sources) {
      for (std::uint32_t targets = 1; targets < whole.target; ++targets) {
        if (!band_.holds(source + sources, target + targets)) continue;
        const float one = score_of(source, target, {sources, targets});
        const float other = score_of(source + sources, target + targets,
                                     {whole.source - sources, whole.target - targets});
        if (std::min(one, other) > enough) best = std::max(best, one + other);
      }
    }
    return best;
  };
  for (std::uint32_t source = 0; source <= source_size_; ++source) {
    const auto& row = band_.rows[source];
    for (auto target = row.first; target < row.last; ++target)
      for_each_bead(source, target, [&](std::size_t bead, std::size_t shape, std::size_t) {
        const Shape& whole = shapes_[shape];
        if (whole.source < 2 || whole.target < 2 || scores_[bead] <= 0) return;
        const float advantage = scores_[bead] - sum_of_parts(source, target, whole);
        if (advantage < least_advantage)
          scores_[bead] -= std::min(2 * (least_advantage - advantage), greatest_discount);
      });
  }
}

}  // namespace hexapla
