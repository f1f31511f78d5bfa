#pragma once

// Private to core/exchange/.

#include <array>
#include <string_view>

namespace hexapla {

/// A property of a variant that lists something, and the key under which our JSON lines
/// have it as an array.
struct JsonlList {
  std::string_view property;
  std::string_view key;
};

/// Numbers of segments first, then words.
inline constexpr std::array jsonl_lists{JsonlList{"x-segments", "segments"},
                                        JsonlList{"x-kinds", "kinds"}};

}  // namespace hexapla
