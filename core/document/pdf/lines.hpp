#pragma once

#include "document/block_kind.hpp"
#include "document/pdf/page.hpp"
#include "document/table_cell.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// A line as it is on its page, its text in logical order.
struct PdfLine {
  std::uint32_t page = 0;  ///< Its index.
  std::uint32_t area = 0;  ///< Counted through the page; columns are areas of their own.
  bool in_column = false;
  std::uint32_t row = 0;    ///< Counted through the document; its cells share it.
  std::uint32_t cells = 1;  ///< How many its row has.
  double start = 0;         ///< From the edge of the page where reading starts, in units.
  double end = 0;
  double top = 0;
  double bottom = 0;
  double size = 0;        ///< Of the font of most of its characters.
  double least_size = 0;  ///< Of its smallest font, raised marks aside.
  bool bold = false;      ///< All of it.
  bool italic = false;    ///< All of it.
  bool goes_on = false;   ///< With the title in the line above, in a table of contents.
  std::vector<PdfCharacter> text;
  BlockKind kind = BlockKind::paragraph;  ///< Else furniture or footnote.
  std::string label;                      ///< Of the footnote that starts here.
  std::optional<TableCell> cell;          ///< Of a table, whose lines are in order.

  [[nodiscard]] double width() const { return end - start; }
  [[nodiscard]] double height() const { return bottom - top; }
};

/// Calls `read` with the first line of each area, and with the one after its last.
template <class Read>
void for_each_area(std::span<const PdfLine> lines, Read read) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && lines[end].page == lines[begin].page &&
           lines[end].area == lines[begin].area)
      ++end;
    read(begin, end);
    begin = end;
  }
}

/// The lines of `pages` in reading order.
[[nodiscard]] std::vector<PdfLine> lines_of(std::span<const PdfPage> pages);

/// Joins titles of several lines in tables of contents, whose page number stands beside the
/// first: it follows the points that lead to it from the last.
void join_contents(std::vector<PdfLine>& lines);

}  // namespace hexapla
