#pragma once

#include "document/document.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// The cells of a document's tables as `table.row.column words`.
inline std::vector<std::string> cells_in(const Document& document) {
  std::vector<std::string> cells;
  for (const Block& block : document.blocks)
    if (block.cell)
      cells.push_back(std::to_string(block.cell->table) + "." +
                      std::to_string(block.cell->row) + "." +
                      std::to_string(block.cell->column) + " " +
                      std::string(block.range.of(document.text)));
  return cells;
}

}  // namespace hexapla
