#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Where a text that stands once in each of two lists is in them.
struct UniqueText {
  std::uint32_t before = 0;
  std::uint32_t after = 0;

  friend bool operator==(const UniqueText&, const UniqueText&) = default;
};

/// Texts that stand once in both lists, in the longest order that these share: both numbers
/// rise.
/// Source: patience diff (B. Cohen).
/// Cost:   n log n in the number of texts.
[[nodiscard]] std::vector<UniqueText> unique_in_order(
    std::span<const std::string_view> before, std::span<const std::string_view> after);

}  // namespace hexapla
