#pragma once

// Private to core/export/: what is above the report's table.

#include "report/places.hpp"
#include "report/report.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes the documents with how they were aligned, the findings counted by rule and
/// language, the list of findings, and the switches for what the table shows.
void write_summary(std::ostream& out, const ReportInput& input,
                   std::span<const AlignedUnit> units, const Places& places);

}  // namespace hexapla
