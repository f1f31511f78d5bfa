#include "exchange/translation_unit.hpp"

#include <algorithm>

namespace hexapla {

const Variant* variant_in(const TranslationUnit& unit, Language language) {
  const auto exact = std::ranges::find(unit.variants, language, &Variant::language);
  if (exact != unit.variants.end()) return &*exact;
  const auto kin = std::ranges::find_if(unit.variants, [&](const Variant& variant) {
    return variant.language.primary() == language.primary();
  });
  return kin == unit.variants.end() ? nullptr : &*kin;
}

}  // namespace hexapla
