#pragma once

#include "document/lines.hpp"
#include "document/structure/line_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hexapla {

/// How a whole text is set: what its indents, blank lines and line widths mean.
struct Layout {
  std::size_t usual_blank_lines = 0;  ///< Between two lines of one paragraph: 0 or 1.
  bool separated = false;             ///< Paragraphs are parted by more blank lines.
  bool indented = false;              ///< Paragraphs are marked by an indent.
  bool always_indented = false;       ///< No first line is at the margin.
  std::size_t margin = 0;             ///< Columns before a line that is not indented.
  std::size_t paragraph_indent = 0;   ///< The most common indent beyond the margin.
  bool wrapped = false;               ///< Paragraphs run over several lines.
  std::size_t width = 0;              ///< Columns up to the right edge of a full line.
  /// Columns that may be free in a line that goes on: none in typewriting, some in what was
  /// set in proportional letters.
  std::ptrdiff_t tolerance = 0;
  bool exact = false;  ///< A line ends where the next word finds no room, and only there.
  /// More paragraphs than sentences inside paragraphs: where nothing else tells, a
  /// sentence's end at the end of a full line is a paragraph's.
  bool short_paragraphs = false;
};

/// The layout of `body`, indices of those lines that are neither furniture nor footnotes,
/// told from how often lines are indented, spaced and full where their words say that they
/// go on. `facts` has one entry for each of `lines`.
[[nodiscard]] Layout layout_of(std::string_view source, std::span<const Line> lines,
                               std::span<const LineFacts> facts,
                               std::span<const std::uint32_t> body);

}  // namespace hexapla
