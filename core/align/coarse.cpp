#include "align/coarse.hpp"

#include <algorithm>

namespace hexapla {

Band coarse_band(const TokenSide& source, const TokenSide& target, const LengthModel& lengths,
                 const ShapePrior& prior) {
  (void)lengths;
  (void)prior;
  Band band;
  const std::uint32_t half = 300;
  double source_total = 0;
  double target_total = 0;
  for (auto l : source.lengths) source_total += l;
  for (auto l : target.lengths) target_total += l;
  double seen = 0;
  double reached = 0;
  std::uint32_t border = 0;
  for (std::uint32_t row = 0; row <= source.size(); ++row) {
    while (border < target.size() && reached / target_total < seen / source_total)
      reached += target.lengths[border++];
    band.rows.push_back({border < half ? 0 : border - half,
                         std::min(target.size() + 1, border + half)});
    if (row < source.size()) seen += source.lengths[row];
  }
  band.settle(target.size());
  return band;
}

Band narrowed(const Band& band, std::span<const float> border_probabilities,
              std::uint32_t target_size) {
  constexpr float unlikely = 1e-5F;
  constexpr std::uint32_t reach = 3;
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
