#pragma once

// Private to core/memory/.

#include "exchange/translation_unit.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// Adds the variant that these sentences make, joined by a space, or by nothing in
/// languages written without spaces; `ids` become the property `x-segments`. No variant for
/// none.
void add_side(TranslationUnit& unit, Language language,
              std::span<const std::string> sentences, const std::string& ids);

}  // namespace hexapla
