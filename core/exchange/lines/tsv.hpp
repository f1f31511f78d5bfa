#pragma once

#include "align/aligned_unit.hpp"
#include "exchange/exported.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes a table: a header `unit confidence zh en ...`, then a unit a line, the columns in
/// the order of `languages`. A language without text is an empty field. Backslash, tab,
/// line feed and carriage return are written as \\ \t \n \r, so that a line is a unit and a
/// tab a border. Units without text in any of the languages are skipped.
Exported write_tsv(std::ostream& out, std::span<const AlignedUnit> units,
                   std::span<const Language> languages);

}  // namespace hexapla
