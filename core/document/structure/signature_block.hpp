#pragma once

#include "document/lines.hpp"
#include "document/structure/patterns.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace hexapla {

/// Positions [first, last) in a list of body lines; both its size when there is none.
struct SignatureLines {
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] bool empty() const noexcept { return first == last; }
  [[nodiscard]] std::size_t size() const noexcept { return last - first; }
};

/// The last block of short lines around a "(Signed)": the name and the titles, which stand
/// before or after it as the language has it.
[[nodiscard]] SignatureLines signature_block(std::string_view source,
                                             std::span<const Line> lines,
                                             std::span<const std::uint32_t> body,
                                             const Patterns& patterns);

}  // namespace hexapla
