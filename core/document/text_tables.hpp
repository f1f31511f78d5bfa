#pragma once

#include "document/lines.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// Cuts the lines of a text that are rows of tables, set with spaces or tabs, into lines
/// for their cells, each told its place and that it is a block; row by row, cell by cell,
/// the lines of a cell one after the other.
void cut_tables(std::string_view source, std::vector<Line>& lines);

}  // namespace hexapla
