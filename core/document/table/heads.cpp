#include "document/table/heads.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

// Of the font size: how exactly the lines of one cell stand below each other.
constexpr double same_cell_place = .5;

using ColumnNumbers = std::vector<std::uint32_t>;

/// After the lines of words above the first figures.
std::size_t head_end(std::span<const TableLine> lines,
                     std::span<const ColumnNumbers> columns) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t piece = 0; piece < columns[i].size(); ++piece)
      if (columns[i][piece] > 1 && lines[i].pieces[piece].figure) return i;
  return 0;
}

/// What the lines have in a column.
struct Filling {
  std::size_t in_head = 0;
  std::size_t below = 0;
};

double center_of(const TablePiece& piece) {
  return (piece.start + piece.end) / 2;
}

/// On one place at the left, at the right or in the middle: lines of one cell.
bool are_aligned(const TablePiece& above, const TablePiece& below, double size) {
  const double slip = same_cell_place * size;
  return std::abs(above.start - below.start) <= slip ||
         std::abs(above.end - below.end) <= slip ||
         std::abs(center_of(above) - center_of(below)) <= slip;
}

/// Whether `head` stands between two pieces of `line`, the left of which is not in the
/// first column, and above neither of them.
bool spans_columns(const TablePiece& head, const TableLine& line,
                   const ColumnNumbers& columns) {
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    const TablePiece& left = line.pieces[i];
    const TablePiece& right = line.pieces[i + 1];
    if (columns[i] == 1 || columns[i] == columns[i + 1]) continue;
    if (center_of(head) <= center_of(left) || center_of(head) >= center_of(right)) continue;
    return !are_aligned(head, left, line.size) && !are_aligned(head, right, line.size);
  }
  return false;
}

}  // namespace

std::size_t upper_head_lines(std::span<const TableLine> lines) {
  std::size_t upper = 0;
  for (; upper + 1 < lines.size(); ++upper) {
    const std::vector<TablePiece>& here = lines[upper].pieces;
    const std::vector<TablePiece>& below = lines[upper + 1].pieces;
    const bool above_columns = here.size() < below.size() && below.size() > 2 &&
                               here.front().start > below.front().end;
    if (!above_columns || std::ranges::any_of(here, &TablePiece::figure)) break;
  }
  return upper;
}

std::vector<double> borders_below_heads(std::span<const TableLine> lines,
                                        std::span<const ColumnNumbers> columns,
                                        const std::vector<double>& borders) {
  const std::size_t head = head_end(lines, columns);
  if (head == 0) return borders;
  std::vector<Filling> filled(borders.size() + 1);
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const std::uint32_t column : columns[i])
      ++(i < head ? filled[column - 1].in_head : filled[column - 1].below);
  std::vector<double> kept;
  for (std::size_t i = 0; i < borders.size(); ++i) {
    Filling& next = filled[i + 1];
    const Filling& here = filled[i];
    const bool one_cell =
        i > 0 && here.in_head > 0 && here.below == 0 && next.in_head == 0 && next.below > 0;
    if (one_cell) {
      next.in_head = here.in_head;
    } else {
      kept.push_back(borders[i]);
    }
  }
  return kept;
}

std::vector<bool> ends_of_head_levels(std::span<const TableLine> lines,
                                      std::span<const ColumnNumbers> columns) {
  std::vector<bool> ends(lines.size(), false);
  const std::size_t head = head_end(lines, columns);
  for (std::size_t i = 0; i < head; ++i) {
    if (columns[i].front() == 1) continue;
    // Heads of several lines lack the label of the rows, too, in all lines but the last.
    const bool alone = lines[i].pieces.size() == 1;
    if (!alone && columns[i + 1].front() != 1) continue;
    ends[i] = std::ranges::any_of(lines[i].pieces, [&](const TablePiece& piece) {
      return spans_columns(piece, lines[i + 1], columns[i + 1]);
    });
  }
  return ends;
}

void part_heads(std::span<const TableLine> lines, std::span<ColumnNumbers> columns,
                std::uint32_t count) {
  const std::size_t end =
      std::min(lines.size(),
               std::max<std::size_t>(head_end(lines, {columns.begin(), columns.end()}), 1));
  for (std::size_t line = 0; line < end; ++line) {
    ColumnNumbers& own = columns[line];
    for (std::size_t i = 1; i < own.size(); ++i) {
      if (own[i] != own[i - 1]) continue;
      const bool next_free =
          own[i] < count && (i + 1 == own.size() || own[i + 1] > own[i] + 1);
      const bool last_free = own[i] > 2 && (i == 1 || own[i - 2] + 1 < own[i]);
      if (next_free) {
        ++own[i];
      } else if (last_free) {
        --own[i - 1];
      }
    }
  }
}

}  // namespace hexapla
