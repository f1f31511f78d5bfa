#pragma once

// Private to core/export/.

#include "memory/memory_unit.hpp"

#include <array>
#include <span>

namespace hexapla {

/// Source and target of a unit for a format of two languages: in `languages` when they are
/// named, else the first two variants. nullptr for a side that the unit lacks.
[[nodiscard]] inline std::array<const Variant*, 2> sides_of(
    const MemoryUnit& unit, std::span<const Language> languages) {
  if (languages.size() > 1)
    return {variant_in(unit, languages[0]), variant_in(unit, languages[1])};
  return {unit.variants.empty() ? nullptr : &unit.variants[0],
          unit.variants.size() < 2 ? nullptr : &unit.variants[1]};
}

}  // namespace hexapla
