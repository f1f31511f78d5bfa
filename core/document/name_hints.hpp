#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// What a file's name hints at, which its text may not say: names are given by hand.
struct NameHints {
  std::optional<std::string> symbol;      ///< "A/RES/73/3"
  std::optional<std::string> job_number;  ///< "20-34567"
};

/// Reads names as the United Nations' library (`A_RES_73_3-EN.pdf`) and document system
/// (`N2034567.pdf`) write them. `name` is without folders.
[[nodiscard]] NameHints name_hints(std::string_view name);

}  // namespace hexapla
