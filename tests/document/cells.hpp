#pragma once

#include "document/document.hpp"

#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

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

/// Checks how many texts there are, and those at some places among them.
inline void check_some_of(const std::vector<std::string>& texts, std::size_t size,
                          const std::map<std::size_t, std::string>& by_place) {
  CHECK(texts.size() == size);
  for (const auto& [place, text] : by_place) {
    CAPTURE(place);
    REQUIRE(place < texts.size());
    CHECK(texts[place] == text);
  }
}

}  // namespace hexapla
