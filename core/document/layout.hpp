#pragma once

#include "document/lines.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace hexapla {

/// How a whole text is set: what its indents, blank lines and line widths mean.
struct Layout {
  std::size_t usual_blank_lines = 0;  ///< Between two lines of one paragraph: 0 or 1.
  bool indented = false;              ///< Paragraphs are marked by an indent.
  std::size_t paragraph_indent = 0;   ///< Their most common indent, columns.
  bool wrapped = false;               ///< Paragraphs run over several lines.
  std::size_t width = 0;              ///< Columns of a full line.
};

[[nodiscard]] Layout layout_of(std::span<const Line> lines);

/// Columns left in `line` once the first word of `next` were moved up: negative when
/// it would not have fitted, so that the line had to end there.
[[nodiscard]] std::ptrdiff_t slack(std::string_view source, const Line& line,
                                   const Line& next, std::size_t width);

}  // namespace hexapla
