#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// `text` as a field between tabs: backslash, tab, line feed and carriage return as \\ \t
/// \n \r.
[[nodiscard]] std::string tab_field(std::string_view text);

}  // namespace hexapla
