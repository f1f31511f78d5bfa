#pragma once

// Private to core/export/: how the versions say the concepts of the termbase.

#include "align/aligned_unit.hpp"
#include "report/places.hpp"
#include "term/termbase.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes a table, a line a concept and a column a language: the renderings with their
/// counts, and links to the rows where they stand. Nothing where no concept is said.
void write_concepts(std::ostream& out, std::span<const Language> languages,
                    std::span<const AlignedUnit> rows, const Termbase& termbase,
                    const Places& places);

}  // namespace hexapla
