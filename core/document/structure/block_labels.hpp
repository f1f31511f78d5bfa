#pragma once

#include "document/structure/find_blocks.hpp"
#include "document/structure/layout.hpp"
#include "document/structure/patterns.hpp"

namespace hexapla {

/// Tells paragraphs that are more than that by their first words and their place: lines
/// that start an annex, numbered headings, items of lists, quotations; and gives numbered
/// ones their labels. Leaves groups of other kinds alone.
void label_blocks(std::span<LineGroup> groups, std::string_view source,
                  std::span<const Line> lines, const Layout& layout,
                  const Patterns& patterns);

/// For each of `body` whether it is one of a list of States: at least five neighbours that
/// hold nothing but a State's name.
[[nodiscard]] std::vector<bool> lists_of_states(std::string_view source,
                                                std::span<const Line> lines,
                                                std::span<const std::uint32_t> body);

}  // namespace hexapla
