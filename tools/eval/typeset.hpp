#pragma once

#include "text/language.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hexapla::eval {

/// How a page tells where a paragraph begins.
enum class Shape : std::uint8_t {
  blank_line,     ///< A blank line between paragraphs.
  indent,         ///< The first line is indented; no blank lines.
  double_spaced,  ///< A blank line between any two lines; the first line is indented.
  layout,         ///< As `pdftotext -layout`: a left margin, indents and blank lines.
  unmarked,       ///< As `pdftotext -raw`: by nothing but its last line's shortness.
  one_line,       ///< Each paragraph is one line.
};

struct Page {
  Shape shape = Shape::blank_line;
  std::size_t columns = 72;  ///< Of a full line; a Han character takes two.
  bool hyphenate = false;    ///< Break words that don't fit, where the script allows.
  bool paginate = false;     ///< Running heads, page marks, job numbers and footnotes.
};

struct Typeset {
  std::string text;
  /// For each paragraph: it has no mark at its end but the end of a line that is full.
  std::vector<bool> hidden_end;
};

/// Sets `paragraphs`, each without line ends, as a page of text does: breaks lines where
/// UAX #14 allows it. The same seed gives the same bytes.
[[nodiscard]] Typeset typeset(std::span<const std::string> paragraphs, Language language,
                              const Page& page, std::uint32_t seed);

}  // namespace hexapla::eval
