#pragma once

#include <cstdint>

namespace hexapla {

/// Where a cell of a table is. All count from 1: tables through the document, rows through
/// the table with its head, columns from where reading starts. A cell that spans several is
/// where it starts.
struct TableCell {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;

  friend bool operator==(const TableCell&, const TableCell&) = default;
};

}  // namespace hexapla
