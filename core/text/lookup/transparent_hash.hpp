#pragma once

#include <functional>
#include <string_view>

namespace hexapla {

/// Looks strings up by a view, without a copy.
struct TransparentHash {
  using is_transparent = void;
  // Not noexcept: libstdc++ keeps the hash of a key beside it only where asking again may
  // throw; then it compares hashes before it compares keys.
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace hexapla
