#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Vectors of one dimension that a neural model made of segments, a row each. They die with
/// their owner.
struct VectorRows {
  std::span<const float> numbers;  ///< Row after row.
  std::uint32_t dimension = 0;     ///< 0 when there are none.

  [[nodiscard]] bool empty() const noexcept { return numbers.empty(); }
  [[nodiscard]] std::uint32_t size() const noexcept {
    return dimension == 0 ? 0 : static_cast<std::uint32_t>(numbers.size() / dimension);
  }
  [[nodiscard]] std::span<const float> of(std::uint32_t row) const {
    return numbers.subspan(std::size_t{row} * dimension, dimension);
  }
  /// Some of the rows.
  [[nodiscard]] VectorRows part(std::size_t first, std::size_t count) const {
    return {numbers.subspan(first * dimension, count * dimension), dimension};
  }
};

/// The same with its numbers.
struct Embeddings {
  std::vector<float> numbers;
  std::uint32_t dimension = 0;

  [[nodiscard]] VectorRows rows() const noexcept { return {numbers, dimension}; }
};

/// Larger than any model's; a file that claims more is broken.
inline constexpr std::uint32_t most_dimensions = 65'536;

/// The same rows, each of length 1; a row of zeros stays what it is.
[[nodiscard]] Embeddings unit_rows(const VectorRows& rows);

/// Adds `row` to `sum`, number by number.
void add_row(std::span<float> sum, std::span<const float> row);

[[nodiscard]] float dot_product(std::span<const float> one, std::span<const float> other);

}  // namespace hexapla
