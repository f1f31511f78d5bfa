#pragma once

// Private to core/export/: the report's table of rows.

#include "report/places.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Confidence below which a row is tinted and called doubtful.
inline constexpr double doubtful_confidence = .5;

/// Writes a column for each of `languages` and a row for each unit.
void write_table(std::ostream& out, std::span<const Language> languages,
                 std::span<const AlignedUnit> units, const Places& places);

}  // namespace hexapla
