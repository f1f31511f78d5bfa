#pragma once

#include "text/symbol.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// The symbols in `text`, as strings.
inline std::vector<std::string> symbols(std::string_view text) {
  std::vector<std::string> found;
  for (const ByteRange range : symbols_in(text))
    found.emplace_back(range.of(text));
  return found;
}

}  // namespace hexapla
