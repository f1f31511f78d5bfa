#pragma once

#include "align/aligned_unit.hpp"
#include "exchange/exported.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Two texts whose lines go together.
struct MosesPair {
  Language source;
  Language target;
};

/// Writes a unit a line to either stream: the same number of lines in both. Units that lack
/// one of the sides are skipped. Whatever some reader takes for a line end (U+000A to
/// U+000D, U+001C to U+001E, U+0085, U+2028, U+2029) becomes a space.
/// Source: Moses, "Prepare training data"; line ends as in Python's str.splitlines().
Exported write_moses(std::ostream& source_out, std::ostream& target_out,
                     std::span<const AlignedUnit> units, const MosesPair& pair);

}  // namespace hexapla
