#pragma once

#include "text/code_point.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <string_view>

namespace hexapla {

/// Up to `count` code points on each side of a place.
[[nodiscard]] inline ByteRange context_of(std::string_view text, std::size_t at,
                                          std::size_t count) {
  ByteRange context{at, at};
  for (std::size_t i = 0; i < count && context.begin > 0; ++i)
    (void)previous_code_point(text, context.begin);
  for (std::size_t i = 0; i < count && context.end < text.size(); ++i)
    (void)next_code_point(text, context.end);
  return context;
}

}  // namespace hexapla
