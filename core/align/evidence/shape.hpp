#pragma once

#include "align/bead.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How many segments a bead has on either side.
struct Shape {
  std::uint32_t source = 1;
  std::uint32_t target = 1;

  friend bool operator==(const Shape&, const Shape&) = default;
};

/// The numbers of the shapes 1-0 and 0-1.
inline constexpr std::size_t omission_shape = 0;
inline constexpr std::size_t addition_shape = 1;

/// Wider beads are never right, and a lattice numbers its shapes in a byte.
inline constexpr std::uint32_t widest_possible_bead = 12;
inline constexpr std::size_t most_shapes = widest_possible_bead * widest_possible_bead + 2;

/// Every shape up to `widest` on a side, and one segment without a partner, always in the
/// same order; a shape's place in it is its number.
[[nodiscard]] std::vector<Shape> shapes_up_to(std::uint32_t widest);

/// How often each shape is met: log probabilities, re-estimated from the document.
class ShapePrior {
 public:
  explicit ShapePrior(std::vector<Shape> shapes);

  [[nodiscard]] std::span<const Shape> shapes() const noexcept { return shapes_; }
  [[nodiscard]] double log_probability(std::size_t shape) const { return logs_[shape]; }

  /// Learns from expected counts, one a shape; the first guess counts as `weight` beads.
  void learn(std::span<const double> counts, double weight);

 private:
  std::vector<Shape> shapes_;
  std::vector<double> first_guess_;
  std::vector<double> logs_;
};

}  // namespace hexapla
