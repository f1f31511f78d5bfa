#include "document/markup/table.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t most_paragraphs = 3;    // of a cell; a page laid out has more
constexpr std::uint32_t most_columns = 1000;  // as browsers have it

}  // namespace

void MarkupTable::start_row() {
  if (!std::exchange(deleted_, false) || !last_row_is_blank()) ++rows_;
  next_column_ = 1;
  std::erase_if(hanging_, [&](const Hanging& cell) { return cell.last < rows_; });
}

bool MarkupTable::last_row_is_blank() const {
  return std::ranges::none_of(cells_, [&](const Cell& cell) {
    return cell.row == rows_ && cell.first_line < cell.end_line;
  });
}

void MarkupTable::start_cell(std::size_t first_line, std::uint32_t columns,
                             std::uint32_t rows) {
  if (rows_ == 0) start_row();
  pass_hanging_cells();
  cells_.push_back({first_line, first_line, rows_, next_column_});
  const std::uint32_t begin = next_column_;
  next_column_ += std::clamp<std::uint32_t>(columns, 1, most_columns);
  if (rows > 1 && hanging_.size() < most_columns)
    hanging_.push_back({begin, next_column_, rows_ + rows - 1});
}

void MarkupTable::pass_hanging_cells() {
  const auto covering = [&] {
    return std::ranges::find_if(hanging_, [&](const Hanging& cell) {
      return cell.begin <= next_column_ && next_column_ < cell.end;
    });
  };
  for (auto cell = covering(); cell != hanging_.end(); cell = covering())
    next_column_ = cell->end;
}

void MarkupTable::widen_cell(std::uint32_t columns) {
  if (!cells_.empty())
    next_column_ =
        cells_.back().column + std::clamp<std::uint32_t>(columns, 1, most_columns);
}

void MarkupTable::end_cell(std::span<const MarkupLine> lines, std::size_t end) {
  if (cells_.empty()) return;
  Cell& cell = cells_.back();
  cell.end_line = end;
  const auto own = lines.subspan(cell.first_line, end - cell.first_line);
  cell.paragraphs = static_cast<std::size_t>(std::ranges::count_if(
      own, [](const MarkupLine& line) { return !line.hint.continues; }));
  cell.whole = std::ranges::all_of(
      own, [](const MarkupLine& line) { return line.hint.whole_block; });
}

/// Rows of several cells, few of them long: a table, not the layout of a page. Some rows
/// of a table may be one cell, its headings.
bool MarkupTable::is_tabular() const {
  const auto is_long = [](const Cell& cell) { return cell.paragraphs > most_paragraphs; };
  std::set<std::uint32_t> wide;
  for (const Cell& cell : cells_)
    if (cell.column > 1) wide.insert(cell.row);
  const bool rows_of_cells =
      cells_.size() >= std::size_t{2} * rows_ || wide.size() * 3 >= std::size_t{2} * rows_;
  return rows_ > 1 && rows_of_cells &&
         static_cast<std::size_t>(std::ranges::count_if(cells_, is_long)) * 4 <=
             cells_.size();
}

void MarkupTable::place(std::vector<MarkupLine>& lines, std::uint32_t table) const {
  const bool tabular = is_tabular();
  for (const Cell& cell : cells_) {
    if (!cell.whole || (!tabular && cell.paragraphs != 1)) continue;
    for (std::size_t i = cell.first_line; i < cell.end_line; ++i) {
      LineHint& hint = lines[i].hint;
      if (!hint.kind) hint.kind = BlockKind::table;
      if (!hint.cell) hint.cell = TableCell{table, cell.row, cell.column};
    }
  }
}

}  // namespace hexapla
