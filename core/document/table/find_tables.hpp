#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hexapla {

/// A piece of a line that stands apart from others: a cell of a table, or one of its lines.
/// Units of length are the caller's: columns of letters, or what a page is measured in.
struct TablePiece {
  double top = 0;    ///< Lines of two cells need not be quite on one height.
  double start = 0;  ///< From where reading starts: from the right in Arabic.
  double end = 0;
  bool figure = false;       ///< A number, or a dash that stands for one.
  bool lower_start = false;  ///< It begins with a lower-case letter.
  bool document = false;     ///< It names a document: "79/209".

  [[nodiscard]] double width() const { return end - start; }
};

/// What stands side by side on a page, in the order of reading.
struct TableLine {
  double top = 0;
  double bottom = 0;
  double size = 0;  ///< Of the font.
  std::vector<TablePiece> pieces;
};

struct TablePlace {
  std::uint32_t row = 0;     ///< From 1.
  std::uint32_t column = 0;  ///< From 1.
};

/// A run of lines that make a table.
struct FoundTable {
  std::size_t first = 0;
  std::size_t end = 0;
  std::uint32_t rows = 0;
  std::vector<double> borders;  ///< Between its columns.
  bool of_figures = false;      ///< Most of what is not in its first column.
  /// For each of its lines and each of the line's pieces. Lines of one cell share a place.
  std::vector<std::vector<TablePlace>> places;
};

/// The tables among `lines`, which go down a page: lines whose pieces are in two columns
/// or more, two lines of figures or three of words at the least. A row of several lines
/// is told by the space between rows where there is more of it than inside them, and else
/// by what the lines lack: a label of its own, a capital letter.
/// Shape:  in order, disjoint. What is above the columns, in one of them but the first,
///         is their head.
/// Source: Wang & Hu, "A machine learning based approach for table detection", 2002, for
///         the idea that white strips common to the lines make the columns.
[[nodiscard]] std::vector<FoundTable> find_tables(std::span<const TableLine> lines);

/// The rows with which a table goes on overleaf: the first of `lines`, those whose pieces
/// are inside of its columns, parted by `borders`. Nothing where the first line has no
/// cells.
[[nodiscard]] std::optional<FoundTable> rows_overleaf(std::span<const TableLine> lines,
                                                      const std::vector<double>& borders);

/// `table` with all of `lines` that are above it: labels of rows, at the head of a page to
/// which it goes on.
[[nodiscard]] FoundTable with_lines_above(std::span<const TableLine> lines,
                                          const FoundTable& table);

}  // namespace hexapla
