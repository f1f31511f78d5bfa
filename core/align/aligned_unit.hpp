#pragma once

#include "align/multitext.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace hexapla {

/// One segment inside a cell's text.
struct Piece {
  std::uint32_t segment = 0;  ///< Its number in the document, from 0.
  ByteRange range;            ///< In Cell::text.
  BlockKind kind = BlockKind::paragraph;

  friend bool operator==(const Piece&, const Piece&) = default;
};

/// What one language has in a unit: its segments, joined by a space, or by nothing in
/// languages written without spaces.
struct Cell {
  Language language;
  std::string text;
  std::vector<Piece> pieces;
  std::vector<ByteRange> footnote_marks;  ///< In `text`: the 1 of `恐慌。”1`.

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// A bead or a row read out as strings: the coin every later room pays with. It stands
/// alone: safe to send to a thread, a file, a page.
struct AlignedUnit {
  std::uint32_t number = 0;  ///< Of the row, or of the bead in its bitext; from 0.
  std::vector<Cell> cells;   ///< Only languages that have something, in document order.
  double confidence = 1;
  double agreement = 1;  ///< As Row::agreement; 1 for a bead.

  friend bool operator==(const AlignedUnit&, const AlignedUnit&) = default;
};

/// What `language` has in a unit, or nullptr.
[[nodiscard]] inline const Cell* cell_in(const AlignedUnit& unit, Language language) {
  const auto found = std::ranges::find(unit.cells, language, &Cell::language);
  return found == unit.cells.end() ? nullptr : &*found;
}

/// One unit a row, all languages.
[[nodiscard]] std::vector<AlignedUnit> units_of_rows(const Multitext& multitext);

/// One unit a bead, two languages: a bead without one side has one cell.
[[nodiscard]] std::vector<AlignedUnit> units_of_beads(const Multitext& multitext,
                                                      const Bitext& bitext);

}  // namespace hexapla
