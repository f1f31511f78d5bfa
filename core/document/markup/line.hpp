#pragma once

#include "document/manuscript.hpp"
#include "document/markup/text.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// A line of a DOCX or HTML file while it is being read.
struct MarkupLine {
  struct Span {
    TextPiece piece;
    std::string mark;  ///< The label, where the piece is a footnote mark.
  };

  std::vector<Span> spans;
  LineHint hint;
  bool starts_page = false;
  bool keeps_layout = false;  ///< White space at its start is its indent (`<pre>`).
  std::size_t blank_lines_before = 0;

  void add(TextPiece piece, std::string mark = {});
  /// Words of ours for what is in `source`: a list's number, a footnote's mark.
  void add_instead(std::string words, ByteRange source, std::string mark = {}) {
    add({std::move(words), source, false}, std::move(mark));
  }
  [[nodiscard]] bool blank() const;
};

/// Appends `line` to the text, lines, marks and source map of `manuscript`, unless it is
/// blank. `part_begin` is added to the source offsets.
void append_line(Manuscript& manuscript, const MarkupLine& line,
                 std::uint64_t part_begin = 0);

}  // namespace hexapla
