#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// A YAML text in quotation marks, as JSON has it; control characters become blanks.
/// Source: YAML 1.2.2, 7.3.1.
[[nodiscard]] std::string yaml_text(std::string_view text);

}  // namespace hexapla
