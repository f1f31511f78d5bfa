#pragma once

#include "align/aligned_unit.hpp"
#include "exchange/exported.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes an object a unit, a line each, in plain UTF-8:
/// `{"unit":0,"confidence":0.98,"cells":{"zh":{"text":"...","segments":[0],
/// "kinds":["title"]}}}`. Languages in the order of the unit's cells; segments are numbers
/// in the language's own document, kinds are those of their blocks. Units without cells are
/// skipped. A row that languages contradict each other on has its "agreement" behind the
/// confidence.
Exported write_jsonl(std::ostream& out, std::span<const AlignedUnit> units);

}  // namespace hexapla
