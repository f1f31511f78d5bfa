#pragma once

// Private to core/export/.

#include <string>
#include <string_view>

namespace hexapla {

/// `text` for HTML, between tags or inside a quoted attribute: markup is spelled out, and
/// control characters are shown as their pictures (U+2400 and on).
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace hexapla
