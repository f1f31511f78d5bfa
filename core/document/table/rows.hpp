#pragma once

#include "document/table/find_tables.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How far apart the lines of a table stand. Units: those of the lines.
struct TablePitch {
  double least = 0;     ///< Between the tops of two lines.
  bool spaced = false;  ///< Rows stand farther apart than the lines inside them.

  [[nodiscard]] bool is_loose(const TableLine& above, const TableLine& line) const;
};

/// `columns` has the column of each piece of each line, from 1.
[[nodiscard]] TablePitch pitch_of(std::span<const TableLine> lines,
                                  std::span<const std::vector<std::uint32_t>> columns);

/// The row of each piece of each line, from 1. A label beside several figures, each with a
/// remark, is in the row of the first.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> rows_of(
    std::span<const TableLine> lines, std::span<const std::vector<std::uint32_t>> columns);

}  // namespace hexapla
