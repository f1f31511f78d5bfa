#pragma once

#include "document/structure/find_blocks.hpp"
#include "document/structure/layout.hpp"
#include "document/structure/patterns.hpp"

namespace hexapla {

/// What is above the first paragraph.
struct FrontMatter {
  std::vector<LineGroup> groups;
  std::size_t size = 0;  ///< How many of the body's lines it takes.
};

/// Masthead, session, agenda items and title of `body`, the lines that are neither
/// furniture nor footnotes. Agenda items are told apart by their count, which the line
/// above them names, and by how full their lines are.
[[nodiscard]] FrontMatter front_matter(std::string_view source, std::span<const Line> lines,
                                       std::span<const LineFacts> facts,
                                       std::span<const std::uint32_t> body,
                                       const Layout& layout, const Patterns& patterns);

}  // namespace hexapla
