#pragma once

#include "document/lines.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a line is by its look alone.
enum class PageLook : std::uint8_t { text, mark, rule };

/// For each line whether it is furniture: the marks of `looks`, the numbers that stand
/// alone beside a form feed, and the running heads and feet: lines beside the borders of
/// pages whose words, numbers aside, are beside several of them. Footnotes, which lie
/// between a rule and the border below it, are none.
[[nodiscard]] std::vector<bool> furniture_of(std::string_view source,
                                             std::span<const Line> lines,
                                             std::span<const PageLook> looks);

}  // namespace hexapla
