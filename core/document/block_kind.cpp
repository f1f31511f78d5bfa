#include "document/block_kind.hpp"

#include <algorithm>

namespace hexapla {

std::optional<BlockKind> block_kind_from(std::string_view name) noexcept {
  const auto* const found = std::ranges::find(block_kind_names, name);
  if (found == block_kind_names.end()) return std::nullopt;
  return static_cast<BlockKind>(found - block_kind_names.begin());
}

}  // namespace hexapla
