#include "document/pdf/lines.hpp"

#include "document/pdf/cells.hpp"
#include "document/pdf/columns/columns.hpp"
#include "document/pdf/direction.hpp"
#include "document/pdf/glyphs.hpp"
#include "document/pdf/nested.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <deque>
#include <map>

namespace hexapla {
namespace {

using Boxes = std::vector<const PdfBox*>;
using Characters = std::vector<PdfCharacter>;

// Of the smaller of two boxes' heights: what they share when they are on one line.
constexpr double same_line = .5;
// Rows above in which the one of a box is looked for: raised and sunk boxes are not sorted
// strictly.
constexpr std::size_t rows_back = 6;
constexpr std::size_t boxes_back = 16;
// Of the smaller of two boxes' heights: lines below each other share no more.
constexpr double least_overlap = .25;
// Of the line's height.
constexpr double word_gap = .15;
constexpr double column_edge = .5;  // how far from it a full line may end
constexpr double deepest_indent = 3;
// Of the line's: a raised mark is smaller, and its foot is higher.
constexpr double raised_size = .9;
constexpr double raised_foot = .12;
constexpr std::size_t longest_mark = 6;  // characters, as in "1, 2"

double overlap(const PdfBox& box, const PdfBox& other) {
  return std::min(box.bottom(), other.bottom()) - std::max(box.top, other.top);
}

bool boxes_on_one_line(const PdfBox& box, const PdfBox& other) {
  return overlap(box, other) >= same_line * std::min(box.height, other.height);
}

/// Beside a tall title may be two lines, one below the other.
bool is_below_another(const PdfBox& box, const Boxes& row) {
  const std::size_t nearby = std::min(row.size(), boxes_back);
  return std::any_of(
      row.end() - static_cast<std::ptrdiff_t>(nearby), row.end(), [&](const PdfBox* other) {
        const double shared =
            std::min(box.right(), other->right()) - std::max(box.left, other->left);
        return shared > same_line * std::min(box.width, other->width) &&
               overlap(box, *other) < least_overlap * std::min(box.height, other->height);
      });
}

std::vector<PdfRow> rows_of(Boxes boxes) {
  const auto middle = [](const PdfBox* box) { return box->top + box->height / 2; };
  std::ranges::stable_sort(boxes, {}, middle);
  std::vector<PdfRow> rows;
  for (const PdfBox* box : boxes) {
    const std::size_t oldest = rows.size() - std::min(rows.size(), rows_back);
    std::size_t found = rows.size();
    for (std::size_t row = rows.size(); row-- > oldest && found == rows.size();)
      if (boxes_on_one_line(*rows[row].main, *box) &&
          !is_below_another(*box, rows[row].boxes))
        found = row;
    if (found == rows.size()) rows.push_back({{}, box});
    rows[found].boxes.push_back(box);
    if (box->font_size > rows[found].main->font_size) rows[found].main = box;
  }
  for (PdfRow& row : rows)
    std::ranges::stable_sort(row.boxes, {}, &PdfBox::left);
  return rows;
}

bool is_raised(const PdfBox& box, const PdfBox& main) {
  if (box.font_size >= raised_size * main.font_size || box.text.size() > longest_mark ||
      box.bottom() > main.bottom() - raised_foot * main.height)
    return false;
  return std::ranges::all_of(box.text, [](const PdfCharacter& character) {
    constexpr std::u32string_view marks = U"*†‡§,()";  // Arabic marks are (1)
    return is_digit(character.code) || is_white_space(character.code) ||
           is_letter(character.code) ||
           marks.find(character.code) != std::u32string_view::npos;
  });
}

/// What the text of a paragraph stands apart from, in Chinese too: "12.", "(a)", "13.5".
bool is_list_label(const Characters& text) {
  constexpr std::size_t longest_label = 7;  // characters
  const auto figures = std::ranges::count_if(
      text, [](const PdfCharacter& sign) { return is_digit(sign.code); });
  const char32_t last = text.back().code;
  const bool by_section =
      figures > 1 && static_cast<std::size_t>(figures) + 1 == text.size() &&
      std::ranges::count(text, U'.', &PdfCharacter::code) == 1 && is_digit(last);
  return text.size() > 1 && text.size() <= longest_label &&
         (last == U'.' || last == U')' || by_section);
}

/// Reads the pages one by one.
class LineReader {
 public:
  explicit LineReader(std::span<const PdfPage> pages)
      : pages_(pages), right_to_left_(is_right_to_left(pages)) {}

  std::vector<PdfLine> read() {
    for (std::uint32_t page = 0; page < pages_.size(); ++page)
      read_page(page);
    order_characters();
    return std::move(lines_);
  }

 private:
  void read_page(std::uint32_t page) {
    blanks_.clear();
    for (const PdfBox& blank : pages_[page].blanks)
      blanks_.emplace(blank.top + blank.height / 2, &blank);
    const std::vector<PdfArea> areas = areas_of(pages_[page], right_to_left_, columns_);
    for (std::uint32_t area = 0; area < areas.size(); ++area) {
      const std::size_t first = lines_.size();
      const std::vector<PdfRow> rows = rows_of(areas[area].boxes);
      const PdfCells cutter(rows, right_to_left_);
      for (const PdfRow& row : rows)
        add_cells(row, areas[area], cutter, page);
      for (std::size_t line = first; line < lines_.size(); ++line) {
        lines_[line].area = area;
        lines_[line].in_column = areas[area].column;
      }
    }
    add_asides(page, static_cast<std::uint32_t>(areas.size()));
  }

  void add_asides(std::uint32_t page, std::uint32_t area) {
    for (const PdfBox& box : pages_[page].asides) {
      PdfLine line = line_of({&box}, {}, page);
      line.kind = BlockKind::furniture;
      line.area = area;
      line.row = ++row_;
      lines_.push_back(std::move(line));
    }
  }

  /// The boxes of white space on the line of `main`, from left to right.
  [[nodiscard]] Boxes blanks_beside(const PdfBox& main) const {
    Boxes blanks;
    const auto end = blanks_.upper_bound(main.bottom());
    for (auto blank = blanks_.lower_bound(main.top); blank != end; ++blank)
      if (boxes_on_one_line(main, *blank->second)) blanks.push_back(blank->second);
    std::ranges::stable_sort(blanks, {}, &PdfBox::left);
    return blanks;
  }

  /// A line that fills its column is no row of a table: its gaps are those of justified
  /// text.
  [[nodiscard]] static bool fills(const PdfRow& row, const PdfArea& column) {
    const double left = (*std::ranges::min_element(column.boxes, {}, &PdfBox::left))->left;
    const double slip = column_edge * row.main->height;
    const double indent = deepest_indent * row.main->height;
    const double free_left = row.boxes.front()->left - left;
    const double free_right = right_edge(column.boxes) - right_edge(row.boxes);
    return std::min(free_left, free_right) < slip &&
           std::max(free_left, free_right) < indent;
  }

  void add_cells(const PdfRow& row, const PdfArea& area, const PdfCells& cutter,
                 std::uint32_t page) {
    const Boxes boxes = cut_around_nested(row.boxes, pieces_);
    const PdfBox& leading = right_to_left_ ? *boxes.back() : *boxes.front();
    std::vector<Boxes> cells =
        area.column && fills(row, area) && !names_document(leading.text)
            ? std::vector<Boxes>{boxes}
            : cutter.cells_of(row, boxes);
    if (right_to_left_) std::ranges::reverse(cells);
    const Boxes blanks = blanks_beside(*row.main);
    const std::size_t first = lines_.size();
    for (const Boxes& cell : cells)
      add_unless_mark(line_of(cell, blanks, page));
    ++row_;
    for (std::size_t line = first; line < lines_.size(); ++line) {
      lines_[line].row = row_;
      lines_[line].cells = static_cast<std::uint32_t>(lines_.size() - first);
    }
  }

  [[nodiscard]] PdfLine line_of(const Boxes& boxes, const Boxes& blanks,
                                std::uint32_t page) const {
    const PdfBox& main = **std::ranges::max_element(boxes, {}, [](const PdfBox* box) {
      return box->font_size * static_cast<double>(box->text.size());
    });
    PdfLine line;
    line.page = page;
    line.top = main.top;
    line.bottom = main.bottom();
    line.size = main.font_size;
    line.least_size = main.font_size;
    line.bold = std::ranges::all_of(boxes, &PdfBox::bold);
    line.italic = std::ranges::all_of(boxes, &PdfBox::italic);
    const PdfBox* before = nullptr;
    for (const PdfBox* box : boxes) {
      const bool raised = is_raised(*box, main);
      if (!raised) line.least_size = std::min(line.least_size, box->font_size);
      if (before != nullptr) add_space(line.text, *before, *box, blanks, raised);
      Characters text = spaced_text(*box, blanks_inside(*box, blanks));
      for (PdfCharacter& character : text)
        character.raised = raised && !is_white_space(character.code);
      line.text.insert(line.text.end(), text.begin(), text.end());
      before = box;
    }
    const double left = boxes.front()->left;
    const double right = right_edge(boxes);
    const double width = pages_[page].width;
    line.start = right_to_left_ ? width - right : left;
    line.end = right_to_left_ ? width - left : right;
    return line;
  }

  /// LibreOffice lets a footnote's mark that no longer fits drop to the next line.
  void add_unless_mark(PdfLine line) {
    const bool lone_mark = line.text.size() <= longest_mark &&
                           std::ranges::all_of(line.text, &PdfCharacter::set_off);
    if (!lone_mark || lines_.empty() || lines_.back().page != line.page) {
      lines_.push_back(std::move(line));
      return;
    }
    for (PdfCharacter& character : line.text)
      character.raised = true;
    Characters& text = lines_.back().text;
    text.insert(right_to_left_ ? text.begin() : text.end(), line.text.begin(),
                line.text.end());
  }

  static Boxes blanks_inside(const PdfBox& box, const Boxes& blanks) {
    Boxes inside;
    for (auto blank = std::ranges::upper_bound(blanks, box.left, {}, &PdfBox::left);
         blank != blanks.end() && (*blank)->left < box.right(); ++blank)
      if ((*blank)->right() < box.right()) inside.push_back(*blank);
    return inside;
  }

  /// The white space between two neighbours, if there is any.
  static void add_space(Characters& text, const PdfBox& before, const PdfBox& box,
                        const Boxes& blanks, bool raised) {
    const auto is_blank = [](const PdfCharacter& character) {
      return is_white_space(character.code);
    };
    if (text.empty() || is_blank(text.back()) || is_blank(box.text.front())) return;
    const double gap = box.left - before.right();
    const std::size_t size = text.size();
    for (auto blank = std::ranges::lower_bound(blanks, before.left, {}, &PdfBox::left);
         blank != blanks.end() && (*blank)->left < box.left; ++blank) {
      const double shared =
          std::min((*blank)->right(), box.left) - std::max((*blank)->left, before.right());
      if (shared < std::min(gap, (*blank)->width) / 2 || shared <= 0) continue;
      // A box that goes beyond the gap has its other spaces elsewhere.
      const std::size_t all = (*blank)->text.size();
      const std::size_t most =
          (*blank)->width < 2 * gap ? all : std::min<std::size_t>(all, 1);
      std::ranges::copy_if(std::span((*blank)->text).first(most), std::back_inserter(text),
                           [](const PdfCharacter& space) { return !space.gap; });
    }
    if (text.size() > size || gap <= word_gap * before.height || raised) return;
    const bool han = is_han(before.text.back().code) || is_han(box.text.front().code);
    if (han && !is_list_label(text)) return;
    const std::uint32_t end = before.text.back().end;
    text.push_back({.code = U' ', .begin = end, .end = end});
  }

  void order_characters() {
    std::vector<Characters> texts;
    for (PdfLine& line : lines_)
      texts.push_back(in_logical_order(line.text, right_to_left_));
    if (right_to_left_ && brackets_by_looks(texts))
      for (Characters& text : texts)
        turn_brackets(text);
    for (std::size_t i = 0; i < lines_.size(); ++i)
      lines_[i].text = std::move(texts[i]);
  }

  std::span<const PdfPage> pages_;
  bool right_to_left_;
  std::optional<PdfColumns> columns_;
  std::multimap<double, const PdfBox*> blanks_;  ///< Of the page, by their middles.
  std::vector<PdfLine> lines_;
  std::uint32_t row_ = 0;
  std::deque<PdfBox> pieces_;  ///< Of boxes that were cut.
};

}  // namespace

std::vector<PdfLine> lines_of(std::span<const PdfPage> pages) {
  std::vector<PdfLine> lines = LineReader(pages).read();
  join_contents(lines);
  return lines;
}

}  // namespace hexapla
