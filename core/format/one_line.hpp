#pragma once

// Private to core/export/.

#include <string>
#include <string_view>

namespace hexapla {

/// `text` on one line: whatever some reader takes for a line end (U+000A to U+000D, U+001C
/// to U+001E, U+0085, U+2028, U+2029) becomes a space.
/// Source: line ends as in Python's str.splitlines().
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace hexapla
