#pragma once

#include "exchange/translation_unit.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// The notes of a unit as plain text, with those that its format keeps as elements because
/// they have attributes: who wrote it, when.
[[nodiscard]] std::vector<std::string> plain_notes(const TranslationUnit& unit);

}  // namespace hexapla
