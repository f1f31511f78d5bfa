#pragma once

// Private to core/export/: what the documents of a report are made of, in numbers.

#include "align/aligned_unit.hpp"
#include "align/multitext.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes a section that opens on demand: sizes and words of each language as a table, and
/// drawn for each pair with the pivot how sure its links are and how many segments they
/// join.
void write_statistics(std::ostream& out, const Multitext& multitext,
                      std::span<const AlignedUnit> rows);

}  // namespace hexapla
