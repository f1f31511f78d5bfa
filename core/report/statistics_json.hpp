#pragma once

#include "stats/statistics.hpp"

#include <iosfwd>
#include <string_view>

namespace hexapla {

/// One JSON document, indented, its keys in a fixed order; README.md has them. `title` is
/// what the figures are of.
void write_statistics_json(std::ostream& out, std::string_view title,
                           const Statistics& statistics);

}  // namespace hexapla
