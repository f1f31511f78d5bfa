#pragma once

// Private to core/export/: one cell of the report's table.

#include "report/places.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes the text of `cell`: a span a segment, footnote marks raised, `marks` in place,
/// each followed by its finding's number.
void write_cell_text(std::ostream& out, const Cell& cell, std::span<const Mark> marks,
                     const Places& places);

/// Writes what the findings marked in a cell's translation say, with links to the list, and
/// to the finding before and after.
void write_cell_notes(std::ostream& out, std::span<const Mark> marks, const Places& places);

}  // namespace hexapla
