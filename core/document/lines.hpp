#pragma once

#include "document/block_kind.hpp"
#include "document/table_cell.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What the format itself says of a line, where it says anything (DOCX, HTML).
struct LineHint {
  bool whole_block =
      false;  ///< A paragraph by itself: not to be joined with the next line.
  /// Only a line break, not the end of a paragraph, is between it and the line above.
  bool continues = false;
  std::optional<BlockKind> kind;
  std::string label;  ///< Of a footnote or a list item.
  /// The line above it is of the same block and ended because it was full (PDF).
  bool wrapped = false;
  std::optional<TableCell> cell = {};  ///< That it is in.
};

/// A line of the source that holds something, and the white space around it.
struct Line {
  ByteRange range;         ///< In the source, without the white space at its ends.
  std::size_t indent = 0;  ///< Columns of white space before it.
  std::size_t width = 0;   ///< Columns of `range`.
  std::size_t blank_lines_before = 0;
  bool starts_page = false;  ///< A form feed is before it.
  std::uint32_t page = 0;    ///< From 1; 0 where the format has no pages.
  LineHint hint = {};
};

/// The lines of `source`, valid UTF-8, that are not blank; "\n", "\r\n", "\r" and the form
/// feed end a line. A byte-order mark belongs to no line.
[[nodiscard]] std::vector<Line> lines_of(std::string_view source);

}  // namespace hexapla
