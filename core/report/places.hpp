#pragma once

// Private to core/export/: where the findings of a report belong, before any HTML.

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace hexapla {

/// A cell of the table: a unit's number among the units, and a language.
using CellKey = std::pair<std::uint32_t, Language>;

/// What a finding marks in a cell.
struct Mark {
  ByteRange range;            ///< In Cell::text; never empty.
  std::uint32_t finding = 0;  ///< Index into Places::findings.
  bool is_target = false;
  bool is_first = false;  ///< The one that links to the finding jump to.
  bool is_whole = false;  ///< Covers its segment: nothing smaller was there to mark.
};

struct PlacedFinding {
  Finding finding;
  std::optional<CellKey> cell;  ///< Of its first target spot.
};

struct Places {
  std::vector<PlacedFinding> findings;  ///< In the order of reading: by row, then column.
  std::map<CellKey, std::vector<Mark>> marks;
};

/// Shape: a spot in no unit has no mark; all findings are in the result.
[[nodiscard]] Places places_of(std::span<const AlignedUnit> units,
                               std::span<const Finding> findings);

}  // namespace hexapla
