#include "document/table/find_tables.hpp"

#include "document/table/heads.hpp"
#include "document/table/rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

using Lines = std::span<const TableLine>;

// Of the width of the text: a piece that is alone on its line and wider is running text.
constexpr double text_width = .6;
// Of a line's height: a table has no wider gaps.
constexpr double widest_gap = 2;
// Lines with one piece between two that have more: labels, and cells that go on.
constexpr std::size_t most_single_lines = 6;
// Of the pieces of the fullest line: lines that have fewer don't show the columns.
constexpr double enough_pieces = .6;
// Lines with many cells for each that may cross a strip.
constexpr int lines_for_a_stray = 8;
// Of the font size: narrower strips may be gaps between words.
constexpr double narrowest_strip = .4;
// Of the pieces beyond the first column: how many are figures in a table of figures.
constexpr double figure_share = .5;
constexpr std::size_t fewest_lines_of_figures = 2;
// Figures beside a label that make a table of one line.
constexpr std::size_t fewest_figures = 2;
constexpr std::size_t fewest_lines_of_words = 3;
// Of the lines: how many of the second column's pieces begin below each other; and of the
// font size: how exactly.
constexpr double aligned_share = .8;
constexpr double same_cell_start = .5;
// Of a column's width: lines of running text fill more of it; and of the lines, how many
// do.
constexpr double full_line = .75;
constexpr double prose_share = .6;
constexpr std::size_t fewest_lines_of_prose = 6;
// Of a line's height: what follows the last row and belongs to it stands no farther below.
constexpr double row_gap = .4;

bool has_cells(const TableLine& line) {
  return line.pieces.size() > 1;
}

double gap_between(const TableLine& above, const TableLine& line) {
  return line.top - above.bottom;
}

/// Where columns are parted: in strips that hardly a line with many cells crosses, as heads
/// of several columns do.
std::vector<double> borders_of(Lines lines) {
  std::size_t most = 0;
  for (const TableLine& line : lines)
    most = std::max(most, line.pieces.size());
  const auto enough = std::max<std::size_t>(
      2, static_cast<std::size_t>(std::ceil(enough_pieces * static_cast<double>(most))));
  struct Edge {
    double at = 0;
    int step = 0;  ///< 1 where a piece starts, -1 where it ends.
  };
  std::vector<Edge> edges;
  int full = 0;
  for (const TableLine& line : lines.subspan(upper_head_lines(lines))) {
    if (line.pieces.size() < enough) continue;
    ++full;
    for (const TablePiece& piece : line.pieces) {
      edges.push_back({piece.start, 1});
      edges.push_back({piece.end, -1});
    }
  }
  std::ranges::sort(edges, [](const Edge& edge, const Edge& other) {
    return std::pair(edge.at, -edge.step) < std::pair(other.at, -other.step);
  });
  const int stray = full / lines_for_a_stray;
  std::vector<double> borders;
  int crossing = 0;
  double strip = 0;
  bool column = false;  // there is one before the strip
  for (const Edge& edge : edges) {
    const int before = crossing;
    crossing += edge.step;
    if (before > stray && crossing <= stray) {
      strip = edge.at;
      column = true;
    }
    if (before > stray || crossing <= stray || !column) continue;
    if (edge.at - strip > narrowest_strip * lines.front().size)
      borders.push_back((strip + edge.at) / 2);
  }
  return borders;
}

/// From 1: the column that most of `piece` is in.
std::uint32_t column_of(const TablePiece& piece, const std::vector<double>& borders) {
  std::uint32_t best = 1;
  double widest = 0;
  for (std::size_t i = 0; i <= borders.size(); ++i) {
    const double left = i == 0 ? piece.start : std::max(piece.start, borders[i - 1]);
    const double right = i == borders.size() ? piece.end : std::min(piece.end, borders[i]);
    if (right - left <= widest) continue;
    widest = right - left;
    best = static_cast<std::uint32_t>(i + 1);
  }
  return best;
}

/// `columns` has the column of each piece of each of its `lines`.
void give_places(FoundTable& table, Lines lines,
                 std::span<const std::vector<std::uint32_t>> columns) {
  table.rows = 0;
  const std::vector<std::vector<std::uint32_t>> rows = rows_of(lines, columns);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    table.places.emplace_back();
    for (std::size_t piece = 0; piece < columns[i].size(); ++piece) {
      table.rows = std::max(table.rows, rows[i][piece]);
      table.places.back().push_back({rows[i][piece], columns[i][piece]});
    }
  }
}

class TableFinder {
 public:
  explicit TableFinder(Lines lines) : lines_(lines) {
    bool first = true;
    for (const TableLine& line : lines_)
      for (const TablePiece& piece : line.pieces) {
        start_ = first ? piece.start : std::min(start_, piece.start);
        end_ = first ? piece.end : std::max(end_, piece.end);
        first = false;
      }
  }

  std::vector<FoundTable> find() {
    std::vector<FoundTable> tables;
    for (std::size_t begin = 0; begin < lines_.size();) {
      if (!has_cells(lines_[begin])) {
        ++begin;
        continue;
      }
      std::size_t end = end_of_run(begin);
      const std::size_t least = tables.empty() ? 0 : tables.back().end;
      auto table = table_in(begin, end, least);
      if (!table) {  // two tables may follow each other, with a heading between
        const Lines run = lines_.subspan(begin, end - begin);
        end = begin + static_cast<std::size_t>(std::ranges::find_if_not(run, has_cells) -
                                               run.begin());
        table = table_in(begin, end, least);
      }
      if (table) tables.push_back(std::move(*table));
      begin = std::max(end, tables.empty() ? 0 : tables.back().end);
    }
    return tables;
  }

 private:
  /// After the last line with cells that a table beginning with `begin` may have.
  [[nodiscard]] std::size_t end_of_run(std::size_t begin) const {
    std::size_t last = begin;
    for (std::size_t i = begin + 1; i < lines_.size(); ++i) {
      const TableLine& line = lines_[i];
      if (gap_between(lines_[i - 1], line) > widest_gap * (line.bottom - line.top)) break;
      if (has_cells(line)) {
        last = i;
      } else if (i - last > most_single_lines || is_text(line, lines_[last])) {
        break;
      }
    }
    return last + 1;
  }

  /// Running text: it is in neither the first nor a later column of `above`.
  [[nodiscard]] bool is_text(const TableLine& line, const TableLine& above) const {
    const TablePiece& piece = line.pieces.front();
    const double second = above.pieces[1].start;
    return piece.width() > text_width * (end_ - start_) &&
           piece.start < second - line.size && piece.end > second;
  }

  [[nodiscard]] std::optional<FoundTable> table_in(std::size_t begin, std::size_t end,
                                                   std::size_t least) const {
    FoundTable table;
    table.borders = borders_of(lines_.subspan(begin, end - begin));
    if (table.borders.empty()) return std::nullopt;
    table.first = begin;
    table.end = end;
    if (!is_table(table)) return std::nullopt;
    while (table.first > least && is_head(table.first - 1, table))
      --table.first;
    while (table.end < lines_.size() && goes_on(table.end, table))
      ++table.end;
    table.borders = borders_below_heads(lines_of(table), columns_in(table), table.borders);
    place(table);
    return table;
  }

  [[nodiscard]] Lines lines_of(const FoundTable& table) const {
    return lines_.subspan(table.first, table.end - table.first);
  }

  /// Sets `table.of_figures` too.
  [[nodiscard]] bool is_table(FoundTable& table) const {
    std::size_t lines = 0;
    std::size_t pieces = 0;
    std::size_t figures = 0;
    bool documents = true;  // the first column names them, with their titles beside them
    for (const TableLine& line : lines_of(table)) {
      bool across = false;
      for (const TablePiece& piece : line.pieces) {
        if (column_of(piece, table.borders) == 1) {
          documents = documents && piece.document;
          continue;
        }
        across = true;
        ++pieces;
        if (piece.figure) ++figures;
      }
      if (across && has_cells(line)) ++lines;
    }
    table.of_figures =
        static_cast<double>(figures) >= figure_share * static_cast<double>(pieces);
    if (table.of_figures)
      return lines >= fewest_lines_of_figures ||
             (table.end - table.first == 1 && figures == pieces &&
              figures >= fewest_figures && !lines_[table.first].pieces.front().figure);
    return lines >= (documents ? 1 : fewest_lines_of_words) && !is_prose(table) &&
           (table.borders.size() > 1 || is_aligned(table));
  }

  /// The pieces of the second column of two begin below each other.
  [[nodiscard]] bool is_aligned(const FoundTable& table) const {
    std::vector<double> starts;
    for (const TableLine& line : lines_of(table))
      if (has_cells(line)) starts.push_back(line.pieces.back().start);
    std::ranges::sort(starts);
    const double middle = starts[starts.size() / 2];
    const auto near = std::ranges::count_if(starts, [&](double start) {
      return std::abs(start - middle) <= same_cell_start * lines_[table.first].size;
    });
    return static_cast<double>(near) >= aligned_share * static_cast<double>(starts.size());
  }

  /// Text set in columns, or after labels: lines that fill their columns, and no rows that
  /// stand apart.
  [[nodiscard]] bool is_prose(const FoundTable& table) const {
    struct Column {
      double start = 0;
      double end = 0;
      std::vector<double> widths;
    };
    std::vector<Column> columns(table.borders.size() + 1);
    std::size_t documents =
        0;  // that the first column names, with their titles beside them
    std::vector<std::vector<std::uint32_t>> places;
    for (const TableLine& line : lines_of(table)) {
      places.emplace_back();
      for (const TablePiece& piece : line.pieces) {
        places.back().push_back(column_of(piece, table.borders));
        Column& column = columns[places.back().back() - 1];
        column.start =
            column.widths.empty() ? piece.start : std::min(column.start, piece.start);
        column.end = std::max(column.end, piece.end);
        column.widths.push_back(piece.width());
        if (places.back().back() == 1 && piece.document) ++documents;
      }
    }
    if (2 * documents > columns.front().widths.size()) return false;
    const auto is_full = [](const Column& column) {
      const auto full = std::ranges::count_if(column.widths, [&](double width) {
        return width >= full_line * (column.end - column.start);
      });
      return column.widths.size() >= fewest_lines_of_prose &&
             static_cast<double>(full) >=
                 prose_share * static_cast<double>(column.widths.size());
    };
    const auto is_wide = [&](const Column& column) {
      return column.end - column.start > text_width * (end_ - start_);
    };
    if (std::ranges::any_of(columns, [&](const Column& column) {
          return is_wide(column) && is_full(column);
        }))
      return true;
    return std::ranges::all_of(columns, is_full) &&
           !pitch_of(lines_of(table), places).spaced;
  }

  /// A line above the table, in one of its columns but the first.
  [[nodiscard]] bool is_head(std::size_t line, const FoundTable& table) const {
    const TableLine& head = lines_[line];
    const double height = head.bottom - head.top;
    return !has_cells(head) && head.pieces.front().start > table.borders.front() &&
           gap_between(head, lines_[line + 1]) <= widest_gap * height;
  }

  /// A line right below the table that goes on with one of its cells.
  [[nodiscard]] bool goes_on(std::size_t line, const FoundTable& table) const {
    const TableLine& below = lines_[line];
    const double height = below.bottom - below.top;
    if (has_cells(below) || gap_between(lines_[line - 1], below) > row_gap * height)
      return false;
    const TablePiece& piece = below.pieces.front();
    return column_of(piece, table.borders) > 1
               ? piece.start > table.borders.front()
               : piece.end < table.borders.front() &&
                     (piece.lower_start ||
                      pitch_of(lines_of(table), columns_in(table)).spaced);
  }

  /// Of each piece of its lines.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> columns_in(
      const FoundTable& table) const {
    std::vector<std::vector<std::uint32_t>> columns;
    for (const TableLine& line : lines_of(table)) {
      columns.emplace_back();
      for (const TablePiece& piece : line.pieces)
        columns.back().push_back(column_of(piece, table.borders));
    }
    part_heads(lines_of(table), columns,
               static_cast<std::uint32_t>(table.borders.size() + 1));
    return columns;
  }

  void place(FoundTable& table) const {
    give_places(table, lines_of(table), columns_in(table));
  }

  Lines lines_;
  double start_ = 0;  ///< Of the text.
  double end_ = 0;
};

}  // namespace

std::vector<FoundTable> find_tables(std::span<const TableLine> lines) {
  return TableFinder(lines).find();
}

std::optional<FoundTable> rows_overleaf(std::span<const TableLine> lines,
                                        const std::vector<double>& borders) {
  const auto crosses = [&](const TablePiece& piece) {
    return std::ranges::any_of(
        borders, [&](double at) { return piece.start < at && piece.end > at; });
  };
  FoundTable table;
  table.borders = borders;
  std::vector<std::vector<std::uint32_t>> columns;
  for (; table.end < lines.size(); ++table.end) {
    const TableLine& line = lines[table.end];
    const double height = line.bottom - line.top;
    const double gap = table.end == 0 ? 0 : gap_between(lines[table.end - 1], line);
    if (std::ranges::any_of(line.pieces, crosses) || gap > widest_gap * height ||
        (!has_cells(line) && (table.end == 0 || gap > row_gap * height)))
      break;
    columns.emplace_back();
    for (const TablePiece& piece : line.pieces)
      columns.back().push_back(column_of(piece, borders));
  }
  if (table.end == 0) return std::nullopt;
  give_places(table, lines.first(table.end), columns);
  return table;
}

FoundTable with_lines_above(std::span<const TableLine> lines, const FoundTable& table) {
  FoundTable longer = table;
  longer.first = 0;
  longer.places.clear();
  std::vector<std::vector<std::uint32_t>> columns;
  for (const TableLine& line : lines.first(table.end)) {
    columns.emplace_back();
    for (const TablePiece& piece : line.pieces)
      columns.back().push_back(column_of(piece, table.borders));
  }
  give_places(longer, lines.first(table.end), columns);
  return longer;
}

}  // namespace hexapla
