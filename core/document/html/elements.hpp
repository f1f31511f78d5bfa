#pragma once

#include <string_view>

namespace hexapla {

/// It starts and ends a line.
[[nodiscard]] bool html_is_block(std::string_view element);

/// It has no content and no end tag.
[[nodiscard]] bool html_is_void(std::string_view element);

/// Its end matters: to lists, tables, and what is furniture as a whole.
[[nodiscard]] bool html_is_container(std::string_view element);

[[nodiscard]] bool html_is_heading(std::string_view element);

/// True when an end tag or an implied end of `element` doesn't reach beyond `other`.
[[nodiscard]] bool html_bounds(std::string_view element, std::string_view other);

/// What to report when `element` is left out; empty when it is text.
[[nodiscard]] std::string_view html_left_out(std::string_view element);

/// Its content holds no tags.
[[nodiscard]] bool html_is_raw(std::string_view element);

}  // namespace hexapla
