#include "align/search/way.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::uint32_t reach_around_way = 4;  // borders

/// Target borders on either side of a passage's diagonal: all, where it is short.
std::uint32_t reach_in(const Passage& passage) {
  constexpr std::uint32_t least_reach = 100;
  constexpr std::uint32_t share = 4;  // a quarter of the passage
  return std::max(least_reach, passage.target.size() / share);
}

Band band_round(std::span<const Bead> path, std::span<const Bead> likely,
                std::span<const Passage> open, std::uint32_t source_size,
                std::uint32_t target_size) {
  Band band;
  band.rows.assign(source_size + 1, {target_size + 1, 0});
  const auto admit = [&](std::uint32_t row, std::uint32_t border) {
    band.rows[row].first = std::min(band.rows[row].first, border);
    band.rows[row].last = std::max(band.rows[row].last, border + 1);
  };
  for (const auto beads : {path, likely}) {
    for (const Bead& bead : beads) {
      admit(bead.source.first, bead.target.first);
      admit(bead.source.last, bead.target.last);
    }
  }
  for (const Passage& passage : open) {
    const std::uint32_t reach = reach_in(passage);
    const auto [first, last] = passage.target;
    for (auto row = passage.source.first; row <= passage.source.last; ++row) {
      const auto done = std::uint64_t{row - passage.source.first} * passage.target.size();
      const auto middle = first + static_cast<std::uint32_t>(done / passage.source.size());
      admit(row, middle - std::min(reach, middle - first));
      admit(row, std::min(last, middle + reach));
    }
  }
  // A bead of several source segments passes a row without a border on it.
  for (std::uint32_t row = 1; row <= source_size; ++row)
    if (band.rows[row].last == 0)
      band.rows[row] = {band.rows[row - 1].last - 1, band.rows[row - 1].last};
  band.settle(target_size);
  return widened(band, reach_around_way, target_size);
}

}  // namespace

Band corridor_of(const Way& way, std::uint32_t source_size, std::uint32_t target_size) {
  constexpr std::size_t few_cells = 1'000'000;  // 150 MB in the lattice
  constexpr std::size_t many_borders = 40;      // a row, on average
  Band band = band_round(way.beads, way.likely, way.open, source_size, target_size);
  if (band.cells() <= std::max(few_cells, many_borders * band.rows.size())) return band;
  return band_round(way.beads, {}, way.open, source_size, target_size);
}

std::vector<double> shape_counts_of(std::span<const Bead> beads,
                                    std::span<const Shape> shapes) {
  std::vector<double> counts(shapes.size());
  const auto is_empty = [](const Bead& bead) {
    return bead.source.empty() || bead.target.empty();
  };
  for (std::size_t number = 0; number < beads.size(); ++number) {
    const Bead& bead = beads[number];
    const bool in_run =
        is_empty(bead) && ((number > 0 && is_empty(beads[number - 1])) ||
                           (number + 1 < beads.size() && is_empty(beads[number + 1])));
    const auto shape =
        std::ranges::find(shapes, Shape{bead.source.size(), bead.target.size()});
    if (!in_run && shape != shapes.end())
      counts[static_cast<std::size_t>(shape - shapes.begin())] += 1;
  }
  return counts;
}

}  // namespace hexapla
