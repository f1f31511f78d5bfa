#pragma once

#include "text/language.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace hexapla {

/// The official language that a text seems to be in, when that is not `said`; nothing when
/// it may be in `said`, when it is too short, or when its language can't be told.
[[nodiscard]] std::optional<Language> doubted_language(
    std::span<const std::string_view> segments, Language said);

}  // namespace hexapla
