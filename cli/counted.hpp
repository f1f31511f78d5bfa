#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// "1 row", "2 rows": for nouns that only take an s.
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace hexapla::cli
