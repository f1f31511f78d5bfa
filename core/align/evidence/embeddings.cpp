#include "align/evidence/embeddings.hpp"

#include <array>
#include <cmath>

namespace hexapla {

Embeddings unit_rows(const VectorRows& rows) {
  Embeddings result{{rows.numbers.begin(), rows.numbers.end()}, rows.dimension};
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    // Squares of the largest floats don't fit into a float.
    double square = 0;
    for (const float number : rows.of(row))
      square += static_cast<double>(number) * number;
    if (square == 0) continue;
    const double scale = 1 / std::sqrt(square);
    for (float& number : std::span(result.numbers)
                             .subspan(std::size_t{row} * rows.dimension, rows.dimension))
      number = static_cast<float>(number * scale);
  }
  return result;
}

void add_row(std::span<float> sum, std::span<const float> row) {
  for (std::size_t place = 0; place < sum.size(); ++place)
    sum[place] += row[place];
}

float dot_product(std::span<const float> one, std::span<const float> other) {
  // Sums that don't wait for each other; always the same ones, so always the same result.
  constexpr std::size_t lanes = 8;
  std::array<float, lanes> sums{};
  std::size_t place = 0;
  for (; place + lanes <= one.size(); place += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane)
      sums[lane] += one[place + lane] * other[place + lane];
  float sum = 0;
  for (; place < one.size(); ++place)
    sum += one[place] * other[place];
  for (const float part : sums)
    sum += part;
  return sum;
}

}  // namespace hexapla
