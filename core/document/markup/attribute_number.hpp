#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace hexapla {

/// A number in an attribute; nullopt when it is not one, or beyond any document's.
[[nodiscard]] std::optional<std::int32_t> attribute_number(
    const std::optional<std::string>& value);

}  // namespace hexapla
