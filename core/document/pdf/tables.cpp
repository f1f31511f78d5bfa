#include "document/pdf/tables.hpp"

#include "document/pdf/cells.hpp"
#include "document/pdf/head_lines.hpp"
#include "document/pdf/notes.hpp"
#include "document/table/find_tables.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

// Rows at the head of a table that may be repeated overleaf.
constexpr std::uint32_t most_head_rows = 4;
// Lines of a label at the head of the page to which a table goes on; of the font size: how
// far theirs may be from the table's.
constexpr std::size_t most_label_lines = 3;
constexpr double same_label_size = .05;
// Of the font size: how far the borders of columns may be from those of the page before.
constexpr double same_border = 3;

/// A number with its signs, or what stands for none: "37 339.0", "(11 103.5)", "–", "12 %".
bool is_figure_cell(const PdfLine& line) {
  bool some = false;
  for (const PdfCharacter& character : line.text) {
    constexpr std::u32string_view signs = U".,()[]-–—−+%‰$€£*/: \u00A0\u202F";
    if (character.raised || is_white_space(character.code)) continue;
    if (is_digit(character.code)) some = true;
    if (character.code == U'–' || character.code == U'—' || character.code == U'-')
      some = true;
    if (!is_digit(character.code) &&
        signs.find(character.code) == std::u32string_view::npos)
      return false;
  }
  return some;
}

bool starts_lower(const PdfLine& line) {
  const auto first = std::ranges::find_if_not(
      line.text, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  return first != line.text.end() && is_lower_case(first->code);
}

/// A note below a table begins with its raised letter.
bool starts_with_mark(const PdfLine& line) {
  const auto first = std::ranges::find_if_not(
      line.text, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  return first != line.text.end() && first->raised &&
         !std::ranges::all_of(first, line.text.end(), &PdfCharacter::raised);
}

/// Of all lines of an area, those that stand side by side; by their indices.
struct Row {
  std::vector<std::size_t> lines;
};

class TableMarker {
 public:
  TableMarker(std::span<PdfLine> lines, std::span<const PdfPage> pages)
      : lines_(lines), masthead_end_(masthead_end(lines, pages)) {}

  void mark() {
    for_each_area(lines_,
                  [&](std::size_t begin, std::size_t end) { read_area(begin, end); });
  }

 private:
  /// A table, as far as it has been read.
  struct Table {
    std::uint32_t number = 0;
    std::uint32_t rows = 0;
    std::vector<double> borders;
    std::vector<std::u32string> head;  ///< The words of its first rows.
    std::uint32_t page = 0;            ///< That it reaches.
    bool ends_page = false;            ///< Nothing is below it there.
  };

  [[nodiscard]] bool is_text(const PdfLine& line) const {
    return line.kind == BlockKind::paragraph && !starts_with_mark(line) &&
           (line.page > 0 || line.top >= masthead_end_);
  }

  void read_area(std::size_t begin, std::size_t end) {
    std::vector<Row> rows;
    std::vector<TableLine> shapes;
    for (std::size_t i = begin; i < end; ++i) {
      const PdfLine& line = lines_[i];
      if (!is_text(line)) continue;
      if (rows.empty() || lines_[rows.back().lines.back()].row != line.row) {
        rows.emplace_back();
        shapes.push_back({line.top, line.bottom, line.size, {}});
      }
      rows.back().lines.push_back(i);
      shapes.back().top = std::min(shapes.back().top, line.top);
      shapes.back().bottom = std::max(shapes.back().bottom, line.bottom);
      shapes.back().pieces.push_back({line.top, line.start, line.end, is_figure_cell(line),
                                      starts_lower(line), names_document(line.text)});
    }
    std::vector<FoundTable> tables = find_tables(shapes);
    if (auto rest = rest_overleaf(shapes, lines_[begin].page);
        rest && (tables.empty() || tables.front().first >= rest->end))
      tables.insert(tables.begin(), std::move(*rest));
    if (!tables.empty() && are_labels(shapes, tables.front(), lines_[begin].page))
      tables.front() = with_lines_above(shapes, tables.front());
    for (const FoundTable& found : tables) {
      const auto own = std::span(rows).subspan(found.first, found.end - found.first);
      place(found, own, found.first == 0);
      last_->ends_page = found.end == rows.size();
    }
  }

  /// A row or two of the table at the end of the page before are too few to be one.
  [[nodiscard]] std::optional<FoundTable> rest_overleaf(std::span<const TableLine> shapes,
                                                        std::uint32_t page) const {
    if (!last_ || !last_->ends_page || page != last_->page + 1) return std::nullopt;
    return rows_overleaf(shapes, last_->borders);
  }

  /// Whether what is above `found` are labels of the table that ended the page before.
  [[nodiscard]] bool are_labels(std::span<const TableLine> shapes, const FoundTable& found,
                                std::uint32_t page) const {
    if (found.first == 0 || found.first > most_label_lines || !last_ || !last_->ends_page ||
        !is_next(found, page))
      return false;
    const double size = shapes[found.first].size;
    return std::ranges::all_of(shapes.first(found.first), [&](const TableLine& line) {
      return line.pieces.size() == 1 && line.pieces.front().end < found.borders.front() &&
             std::abs(line.size - size) <= same_label_size * size;
    });
  }

  void place(const FoundTable& found, std::span<const Row> rows, bool starts_page) {
    const std::vector<std::u32string> words = words_of_rows(found, rows);
    const std::uint32_t page = lines_[rows.front().lines.front()].page;
    const std::uint32_t repeated = starts_page ? repeated_rows(found, words, page) : 0;
    const bool goes_on =
        repeated > 0 || (starts_page && last_ && last_->ends_page && is_next(found, page));
    if (!goes_on) {
      const std::uint32_t number = last_ ? last_->number + 1 : 1;
      last_ = Table{number, 0, found.borders, words, page, false};
    }
    std::vector<std::size_t> slots;
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (std::size_t piece = 0; piece < rows[row].lines.size(); ++piece) {
        const TablePlace at = found.places[row][piece];
        PdfLine& line = lines_[rows[row].lines[piece]];
        slots.push_back(rows[row].lines[piece]);
        if (at.row <= repeated) {
          line.kind = BlockKind::furniture;
        } else {
          line.cell = TableCell{last_->number, last_->rows + at.row - repeated, at.column};
        }
      }
    last_->rows += found.rows - repeated;
    last_->page = page;
    bring_in_order(slots);
  }

  /// Of the first rows, without spaces.
  [[nodiscard]] std::vector<std::u32string> words_of_rows(const FoundTable& found,
                                                          std::span<const Row> rows) const {
    std::vector<std::u32string> words(std::min(most_head_rows, found.rows));
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (std::size_t piece = 0; piece < rows[row].lines.size(); ++piece) {
        const std::size_t at = found.places[row][piece].row - 1;
        if (at >= words.size()) continue;
        for (const PdfCharacter& sign : lines_[rows[row].lines[piece]].text)
          if (!is_white_space(sign.code)) words[at] += sign.code;
      }
    return words;
  }

  [[nodiscard]] bool is_next(const FoundTable& found, std::uint32_t page) const {
    if (page != last_->page + 1 || found.borders.size() != last_->borders.size())
      return false;
    for (std::size_t i = 0; i < found.borders.size(); ++i)
      if (std::abs(found.borders[i] - last_->borders[i]) > same_border * size_)
        return false;
    return true;
  }

  /// How many rows of the head of the last table are at the head of this one, overleaf.
  [[nodiscard]] std::uint32_t repeated_rows(const FoundTable& found,
                                            const std::vector<std::u32string>& words,
                                            std::uint32_t page) const {
    if (!last_ || page != last_->page + 1) return 0;
    std::uint32_t same = 0;
    while (same < std::min(words.size(), last_->head.size()) && same + 1 < found.rows &&
           words[same] == last_->head[same])
      ++same;
    return same;
  }

  void bring_in_order(std::vector<std::size_t>& slots) {
    std::ranges::sort(slots);
    std::vector<PdfLine> cells;
    for (const std::size_t slot : slots)
      cells.push_back(std::move(lines_[slot]));
    std::ranges::stable_sort(cells, {}, [](const PdfLine& line) {
      const TableCell cell = line.cell.value_or(TableCell{});
      return std::pair(cell.row, cell.column);
    });
    for (std::size_t i = 0; i < slots.size(); ++i)
      lines_[slots[i]] = std::move(cells[i]);
  }

  std::span<PdfLine> lines_;
  double masthead_end_;
  double size_ = body_size(lines_);
  std::optional<Table> last_;
};

}  // namespace

void mark_tables(std::span<PdfLine> lines, std::span<const PdfPage> pages) {
  TableMarker(lines, pages).mark();
}

}  // namespace hexapla
