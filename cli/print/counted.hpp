#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// "1,000,000"
[[nodiscard]] inline std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  constexpr std::size_t group = 3;
  for (std::size_t at = digits.size(); at > group;)
    digits.insert(at -= group, ",");
  return digits;
}

/// "1 row", "2 rows": for nouns that only take an s.
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace hexapla::cli
