#include "document/text_tables.hpp"

#include "document/table/find_tables.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace hexapla {
namespace {

// Columns of white space between cells; typewriting has two after a sentence, too.
constexpr std::size_t text_cell_gap = 3;
constexpr std::size_t text_figure_gap = 2;
// Characters of a list's label, and columns after it: its text is no cell.
constexpr std::size_t longest_table_label = 6;
constexpr std::size_t widest_label_gap = 6;
// Columns that a tab stands for, however wide: what is after as many tabs is one column.
constexpr std::size_t tab_columns = 1000;
// Lines at the start of a text in which words side by side are its masthead.
constexpr std::size_t masthead_lines = 12;
// Lines of white space that a page break counts for.
constexpr double page_break = 10;

bool is_text_figure(std::string_view words) {
  constexpr std::u32string_view signs = U".,()[]-–—−+%$€£/ \u00A0\u202F";
  bool some = false;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t sign = next_code_point(words, at);
    if (is_digit(sign) || sign == U'–' || sign == U'—' || sign == U'-') some = true;
    if (!is_digit(sign) && signs.find(sign) == std::u32string_view::npos) return false;
  }
  return some;
}

/// A run of words of a line with the white space before it.
struct Piece {
  ByteRange range;
  std::size_t start = 0;  ///< Columns, from the margin.
  std::size_t gap = 0;    ///< Columns.
  bool tab = false;       ///< There is one in the gap.
};

/// How many tabs a line has before its first word, which is at `begin`.
std::size_t tabs_before(std::string_view source, std::size_t begin) {
  std::size_t tabs = 0;
  while (begin > 0 && (source[begin - 1] == '\t' || source[begin - 1] == ' '))
    if (source[--begin] == '\t') ++tabs;
  return tabs;
}

/// Pieces with two columns or more between them, or a tab.
std::vector<Piece> pieces_of(std::string_view source, const Line& line) {
  std::vector<Piece> pieces;
  std::size_t column = line.indent + tab_columns * tabs_before(source, line.range.begin);
  Piece next{{line.range.begin, line.range.begin}, column, 0, false};
  std::size_t end = line.range.begin;  // of the words so far
  for (std::size_t at = line.range.begin; at < line.range.end;) {
    const std::size_t begin = at;
    const char32_t sign = next_code_point(source, at);
    column += sign == U'\t' ? tab_columns - column % tab_columns
                            : display_width(source.substr(begin, at - begin));
    if (!is_white_space(sign)) {
      if (next.gap >= text_figure_gap || next.tab || pieces.empty()) {
        next.range.begin = begin;
        next.start = column - display_width(source.substr(begin, at - begin));
        pieces.push_back(next);
      }
      end = at;
      pieces.back().range.end = end;
      next.gap = 0;
      next.tab = false;
      continue;
    }
    next.gap += std::max<std::size_t>(display_width(source.substr(begin, at - begin)), 1);
    next.tab = next.tab || sign == U'\t';
  }
  return pieces;
}

/// The cells of a line: pieces that are far enough apart.
std::vector<Piece> cells_of(std::string_view source, const Line& line) {
  std::vector<Piece> cells;
  for (const Piece& piece : pieces_of(source, line)) {
    const auto joined = [&] {
      if (cells.empty()) return false;
      const Piece& last = cells.back();
      const bool figure = is_text_figure(piece.range.of(source));
      const bool label = cells.size() == 1 && last.range.size() <= longest_table_label &&
                         piece.gap <= widest_label_gap && !figure;
      return label || (!piece.tab && piece.gap < text_cell_gap && !figure);
    };
    if (joined()) {
      cells.back().range.end = piece.range.end;
    } else {
      cells.push_back(piece);
    }
  }
  return cells;
}

class TableCutter {
 public:
  TableCutter(std::string_view source, std::vector<Line>& lines)
      : source_(source), lines_(lines) {}

  void cut() {
    bool some = false;
    std::vector<TableLine> shapes;
    double top = 0;
    for (const Line& line : lines_) {
      top += 1 + static_cast<double>(line.blank_lines_before) +
             (line.starts_page ? page_break : 0);
      cells_.push_back(cells_of(source_, line));
      some = some || cells_.back().size() > 1;
      shapes.push_back(shape_of(cells_.back(), top));
    }
    if (!some) return;
    std::vector<Line> made;
    std::size_t done = 0;
    std::uint32_t number = 0;
    for (const FoundTable& table : find_tables(shapes)) {
      const bool words_in_two = !table.of_figures && table.borders.size() == 1;
      if (words_in_two && (table.first < masthead_lines || is_tabbed(table))) continue;
      if (is_of_one_line(table)) continue;
      std::copy(place(done), place(table.first), std::back_inserter(made));
      add_cells(table, ++number, made);
      done = table.end;
    }
    std::copy(place(done), lines_.cend(), std::back_inserter(made));
    lines_ = std::move(made);
  }

 private:
  [[nodiscard]] std::vector<Line>::const_iterator place(std::size_t line) const {
    return lines_.cbegin() + static_cast<std::ptrdiff_t>(line);
  }

  /// A job number and its dates are that, "20-14034 (E)    011220    021220".
  [[nodiscard]] bool is_of_one_line(const FoundTable& table) const {
    const auto lines = std::span(cells_).subspan(table.first, table.end - table.first);
    return std::ranges::count_if(
               lines, [](const std::vector<Piece>& cells) { return cells.size() > 1; }) < 2;
  }

  /// Words, a tab and words: a label or a name and its text rather than two cells.
  [[nodiscard]] bool is_tabbed(const FoundTable& table) const {
    return cells_[table.first].back().start >= tab_columns;
  }

  [[nodiscard]] TableLine shape_of(const std::vector<Piece>& cells, double top) const {
    TableLine shape{top, top + 1, 1, {}};
    for (const Piece& cell : cells) {
      const std::string_view words = cell.range.of(source_);
      const auto start = static_cast<double>(cell.start);
      shape.pieces.push_back({top, start, start + static_cast<double>(display_width(words)),
                              is_text_figure(words),
                              is_lower_case(code_point_at(words, 0))});
    }
    return shape;
  }

  void add_cells(const FoundTable& table, std::uint32_t number, std::vector<Line>& made) {
    std::vector<Line> cells;
    for (std::size_t i = table.first; i < table.end; ++i)
      for (std::size_t piece = 0; piece < cells_[i].size(); ++piece) {
        const Piece& cell = cells_[i][piece];
        const TablePlace at = table.places[i - table.first][piece];
        Line line{cell.range, lines_[i].indent, display_width(cell.range.of(source_))};
        if (piece == 0) {
          line.blank_lines_before = lines_[i].blank_lines_before;
          line.starts_page = lines_[i].starts_page;
        }
        line.hint.whole_block = true;
        line.hint.kind = BlockKind::table;
        line.hint.cell = TableCell{number, at.row, at.column};
        cells.push_back(std::move(line));
      }
    std::ranges::stable_sort(cells, {}, [](const Line& line) {
      return std::pair(line.hint.cell->row, line.hint.cell->column);
    });
    for (std::size_t i = 1; i < cells.size(); ++i)
      cells[i].hint.wrapped = cells[i].hint.cell == cells[i - 1].hint.cell;
    std::ranges::move(cells, std::back_inserter(made));
  }

  std::string_view source_;
  std::vector<Line>& lines_;
  std::vector<std::vector<Piece>> cells_;  ///< Of each line.
};

}  // namespace

void cut_tables(std::string_view source, std::vector<Line>& lines) {
  TableCutter(source, lines).cut();
}

}  // namespace hexapla
