#pragma once

#include "document/markup/line.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// A run of paragraphs and tables of a DOCX or HTML file as lines: the body, one note, one
/// header. Offsets are those of its part.
struct MarkupStory {
  std::vector<MarkupLine> lines;
  std::vector<Omission> left_out;
};

/// A table of a DOCX or HTML file while it is read, whose cells are runs of the story's
/// lines.
class MarkupTable {
 public:
  void start_row();

  /// The row that began last was deleted: unless it holds text it is none.
  void delete_row() { deleted_ = true; }

  /// The next cell begins with line `first_line`; it goes over so many columns and rows.
  void start_cell(std::size_t first_line, std::uint32_t columns = 1,
                  std::uint32_t rows = 1);

  /// The cell that began last goes over so many columns.
  void widen_cell(std::uint32_t columns);

  /// The cell that began last ends before line `end`.
  void end_cell(std::span<const MarkupLine> lines, std::size_t end);

  /// Tells the lines of the cells where they are, `table` being the table's number, unless
  /// an inner table has. Of a table that only lays out a page, cells of one paragraph are
  /// cells, others are text.
  void place(std::vector<MarkupLine>& lines, std::uint32_t table) const;

 private:
  struct Cell {
    std::size_t first_line = 0;
    std::size_t end_line = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::size_t paragraphs = 0;
    bool whole = true;  ///< All its lines are paragraphs, or parts of them: no `<pre>`.
  };

  /// From column `begin` on to `end`, a cell of a row above reaches down to row `last`.
  struct Hanging {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t last = 0;
  };

  [[nodiscard]] bool is_tabular() const;
  [[nodiscard]] bool last_row_is_blank() const;
  void pass_hanging_cells();

  std::vector<Cell> cells_;
  std::vector<Hanging> hanging_;
  std::uint32_t rows_ = 0;
  bool deleted_ = false;  ///< The row that is being read was.
  std::uint32_t next_column_ = 1;
};

}  // namespace hexapla
