#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// The part of the table of borders between segments where an alignment may run: for each
/// border of the source, from before its first segment to after its last, an interval of
/// borders of the target.
/// Shape: intervals are not empty, their ends do not fall; the first starts at 0, the last
///        ends after the last border of the target.
struct Band {
  struct Interval {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< Half-open.

    [[nodiscard]] bool holds(std::uint32_t border) const noexcept {
      return border >= first && border < last;
    }
  };
  std::vector<Interval> rows;
  std::vector<std::size_t>
      starts;  ///< Number of the first cell of each row, and the total.

  /// Sets `starts` from the rows, after making their ends rise.
  void settle(std::uint32_t target_size);

  [[nodiscard]] std::size_t cells() const noexcept { return starts.back(); }
  [[nodiscard]] std::size_t cell(std::uint32_t source,
                                 std::uint32_t target) const noexcept {
    return starts[source] + (target - rows[source].first);
  }
  [[nodiscard]] bool holds(std::uint32_t source, std::uint32_t target) const noexcept {
    return source < rows.size() && rows[source].holds(target);
  }
};

/// `band` with `reach` more borders on all sides.
[[nodiscard]] Band widened(const Band& band, std::uint32_t reach,
                           std::uint32_t target_size);

/// The borders of `band` that a path may well pass through, and a few around them.
[[nodiscard]] Band narrowed(const Band& band, std::span<const float> border_probabilities,
                            std::uint32_t target_size);

}  // namespace hexapla
