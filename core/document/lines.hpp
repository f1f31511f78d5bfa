#pragma once

#include "text/utf8.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hexapla {

/// A line of the source that holds something, and the white space around it.
struct Line {
  ByteRange range;         ///< In the source, without the white space at its ends.
  std::size_t indent = 0;  ///< Columns of white space before it.
  std::size_t width = 0;   ///< Columns of `range`.
  std::size_t blank_lines_before = 0;
  bool starts_page = false;  ///< A form feed stands before it.
};

/// The lines of `source`, valid UTF-8, that are not blank; "\n", "\r\n", "\r" and the form
/// feed end a line. A byte-order mark belongs to no line.
[[nodiscard]] std::vector<Line> lines_of(std::string_view source);

}  // namespace hexapla
