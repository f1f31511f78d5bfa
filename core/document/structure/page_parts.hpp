#pragma once

#include "document/lines.hpp"
#include "document/structure/find_blocks.hpp"
#include "document/structure/patterns.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// What of a document's pages is not its body.
struct PageParts {
  std::vector<LineGroup> groups;    ///< Footnotes and furniture.
  std::vector<std::uint32_t> body;  ///< All other lines, in order.
};

/// Sorts out page furniture and the footnotes below their rules. Furniture is told by its
/// look (patterns.tsv), and by its place and repetition: running heads are lines beside the
/// borders of pages whose words, numbers aside, are beside several of them.
[[nodiscard]] PageParts page_parts(std::string_view source, std::span<const Line> lines,
                                   const Patterns& patterns);

}  // namespace hexapla
