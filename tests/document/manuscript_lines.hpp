#pragma once

#include "document/manuscript.hpp"

#include <string>
#include <vector>

namespace hexapla {

using Strings = std::vector<std::string>;

inline Strings lines_in(const Manuscript& manuscript) {
  Strings lines;
  for (const Line& line : manuscript.lines)
    lines.emplace_back(line.range.of(manuscript.text));
  return lines;
}

/// The same, with the kinds and labels that their format tells before them.
inline Strings told_lines_in(const Manuscript& manuscript) {
  Strings lines;
  for (const Line& line : manuscript.lines) {
    const std::string kind =
        line.hint.kind ? std::string(name_of(*line.hint.kind)) + line.hint.label + ": "
                       : "";
    lines.push_back(kind + std::string(line.range.of(manuscript.text)));
  }
  return lines;
}

/// Why, once for each part.
inline Strings left_out(const Manuscript& manuscript) {
  Strings what;
  for (const Omission& left : manuscript.left_out)
    what.push_back(left.what);
  return what;
}

}  // namespace hexapla
