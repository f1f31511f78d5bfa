#include "align/calibration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace hexapla {

double expected_calibration_error(std::span<const Claim> claims) {
  if (claims.empty()) return 0;
  constexpr std::size_t bins = 10;
  std::array<double, bins> surplus{};  // claimed less real, summed up
  for (const Claim& claim : claims) {
    const auto bin = std::min(bins - 1, static_cast<std::size_t>(claim.confidence * bins));
    surplus[bin] += claim.confidence - (claim.right ? 1 : 0);
  }
  double sum = 0;
  for (const double distance : surplus)
    sum += std::abs(distance);
  return sum / static_cast<double>(claims.size());
}

double coverage_at(double precision, std::span<const Claim> claims) {
  std::vector<Claim> sorted(claims.begin(), claims.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(), &Claim::confidence);
  std::size_t right = 0;
  std::size_t covered = 0;
  for (std::size_t taken = 0; taken < sorted.size(); ++taken) {
    if (sorted[taken].right) ++right;
    // Equal confidences can't be told apart by whoever draws the line.
    const bool is_border = taken + 1 == sorted.size() ||
                           sorted[taken + 1].confidence < sorted[taken].confidence;
    if (is_border &&
        static_cast<double>(right) >= precision * static_cast<double>(taken + 1))
      covered = taken + 1;
  }
  return claims.empty() ? 0
                        : static_cast<double>(covered) / static_cast<double>(claims.size());
}

}  // namespace hexapla
