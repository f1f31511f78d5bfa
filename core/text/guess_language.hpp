#pragma once

#include "text/language.hpp"

#include <optional>
#include <string_view>

namespace hexapla {

/// The language of `text` among the official six, from its script and most common words;
/// nullopt when the text gives no clear answer.
[[nodiscard]] std::optional<Language> guess_language(std::string_view text);

}  // namespace hexapla
