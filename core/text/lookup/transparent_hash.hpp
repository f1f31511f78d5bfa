#pragma once

#include <functional>
#include <string_view>

namespace hexapla {

/// Looks strings up by a view, without a copy.
struct TransparentHash : std::hash<std::string_view> {
  using is_transparent = void;
};

}  // namespace hexapla
