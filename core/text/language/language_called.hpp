#pragma once

#include "text/language.hpp"

#include <optional>
#include <string_view>

namespace hexapla {

/// The language that people call so in one of the six official languages or in itself:
/// "English", "anglais", "英文", "Deutsch", "Chinese (Simplified)"; in any letter case.
/// Returns: nullopt for what is no such name; a tag is none.
/// Source: CLDR, as ICU has it.
/// Cost: some milliseconds at the first call.
[[nodiscard]] std::optional<Language> language_called(std::string_view name);

}  // namespace hexapla
