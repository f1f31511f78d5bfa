#pragma once

#include "document/document.hpp"
#include "document/lines.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Lines that make one block together, not necessarily neighbours: a paragraph goes on
/// after a page break.
struct LineGroup {
  BlockKind kind = BlockKind::paragraph;
  std::vector<std::uint32_t> lines;  ///< Indices, in order, at least one.
  std::string label;                 ///< Of a footnote.
};

/// Finds the blocks of a document by the look, indent and spacing of its lines.
/// Shape: each line is in exactly one group; groups in the order of their first lines.
/// Source: United Nations Editorial Manual, mastheads and communications; patterns.tsv.
[[nodiscard]] std::vector<LineGroup> find_blocks(std::string_view source,
                                                 std::span<const Line> lines);

}  // namespace hexapla
