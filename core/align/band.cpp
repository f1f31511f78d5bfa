#include "align/band.hpp"

#include <algorithm>

namespace hexapla {

void Band::settle(std::uint32_t target_size) {
  rows.front().first = 0;
  rows.back().last = target_size + 1;
  for (std::size_t row = 1; row < rows.size(); ++row)
    rows[row].last = std::max(rows[row].last, rows[row - 1].last);
  for (std::size_t row = rows.size() - 1; row > 0; --row)
    rows[row - 1].first = std::min(rows[row - 1].first, rows[row].first);
  // Neighbouring rows must share a border, or no path leads from one to the other.
  for (std::size_t row = 1; row < rows.size(); ++row)
    rows[row].first = std::min(rows[row].first, rows[row - 1].last - 1);
  starts.assign(1, 0);
  for (const Interval& row : rows)
    starts.push_back(starts.back() + (row.last - row.first));
}

Band widened(const Band& band, std::uint32_t reach, std::uint32_t target_size) {
  Band result;
  const auto rows = static_cast<std::uint32_t>(band.rows.size());
  for (std::uint32_t row = 0; row < rows; ++row) {
    const auto first = band.rows[row < reach ? 0 : row - reach].first;
    const auto last = band.rows[std::min(rows - 1, row + reach)].last;
    result.rows.push_back(
        {first < reach ? 0 : first - reach, std::min(target_size + 1, last + reach)});
  }
  result.settle(target_size);
  return result;
}

Band narrowed(const Band& band, std::span<const float> border_probabilities,
              std::uint32_t target_size) {
  constexpr float unlikely = 1e-5F;
  constexpr std::uint32_t reach = 1;
  Band result;
  for (std::uint32_t row = 0; row < band.rows.size(); ++row) {
    const auto probabilities = border_probabilities.subspan(
        band.starts[row], band.starts[row + 1] - band.starts[row]);
    const auto likely = [](float probability) { return probability > unlikely; };
    const auto first = std::ranges::find_if(probabilities, likely);
    if (first == probabilities.end()) {
      const auto before = result.rows.empty() ? Band::Interval{0, 1} : result.rows.back();
      result.rows.push_back({before.last - 1, before.last});
      continue;
    }
    const auto last = std::find_if(probabilities.rbegin(), probabilities.rend(), likely);
    result.rows.push_back(
        {band.rows[row].first + static_cast<std::uint32_t>(first - probabilities.begin()),
         band.rows[row].last - static_cast<std::uint32_t>(last - probabilities.rbegin())});
  }
  result.settle(target_size);
  return widened(result, reach, target_size);
}

}  // namespace hexapla
