#pragma once

#include "align/documents/streams.hpp"
#include "segment/segments.hpp"

#include <vector>

namespace hexapla {

/// Takes the tables that both versions have out of the bodies, cell by cell: what is in one
/// row and column belongs together, whatever it says, and a "5" or a dash says little. Two
/// tables are versions of each other if they have the same rows and columns, the same of
/// their cells filled and the same figures in them, but for a few.
/// Shape: a pair a cell, of which one side may have none, never both; in the order of the
///        source, and inside a table by rows; no two tables cross.
[[nodiscard]] std::vector<NumberPair> paired_cells(const SegmentedDocument& source,
                                                   Streams& sources,
                                                   const SegmentedDocument& target,
                                                   Streams& targets);

}  // namespace hexapla
