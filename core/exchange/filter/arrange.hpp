#pragma once

#include "exchange/filter/filter_plan.hpp"
#include "exchange/translation_unit.hpp"

#include <vector>

namespace hexapla {

/// A unit that was kept, and where it comes from.
struct KeptUnit {
  TranslationUnit unit;
  std::string work;
};

/// Takes the sample of so many units, which stay in their order, and sorts what is left;
/// units that sort alike stay in their order.
void arrange(std::vector<KeptUnit>& units, const FilterPlan& plan);

/// True when arrange() has something to do: then all units have to be held in memory.
[[nodiscard]] bool needs_all_units(const FilterPlan& plan) noexcept;

}  // namespace hexapla
