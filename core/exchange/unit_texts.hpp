#pragma once

// Private to core/export/.

#include "exchange/translation_unit.hpp"

#include <array>
#include <span>
#include <string>

namespace hexapla {

/// Source and target of a unit for a format of two languages: in `languages` when they are
/// named, else the first two variants. nullptr for a side that the unit lacks.
[[nodiscard]] inline std::array<const Variant*, 2> sides_of(
    const TranslationUnit& unit, std::span<const Language> languages) {
  if (languages.size() > 1) {
    const auto sides = variants_in(unit, languages.first(2));
    return {sides[0], sides[1]};
  }
  return {unit.variants.empty() ? nullptr : &unit.variants[0],
          unit.variants.size() < 2 ? nullptr : &unit.variants[1]};
}

/// True when a reader that may draw white space together would change `variant`.
[[nodiscard]] inline bool has_own_spaces(const Variant* variant) {
  if (variant == nullptr || variant->text.empty()) return false;
  const std::string& text = variant->text;
  return text.find_first_of("\n\t\r") != std::string::npos ||
         text.find("  ") != std::string::npos || text.front() == ' ' || text.back() == ' ';
}

}  // namespace hexapla
