#include "document/pdf/asides.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

constexpr std::size_t longest_line_number = 4;  // digits
// Numbers below each other that are a sign of numbered lines.
constexpr std::size_t fewest_numbers = 5;
// Of the font size: numbers whose edges are nearer than this are below each other.
constexpr double same_number_edge = .3;
// Of the numbers: how many have text beside them, and are beside running text and no table.
constexpr double beside_text = .8;
constexpr double beside_table = .3;
// Of the font size: white space between the numbers of lines and the text.
constexpr double margin_gap = .3;
// Of the lines of a page, heads and feet aside: how many are numbered; and of its height,
// where those stand.
constexpr double page_share = .6;
constexpr double edge_zone = .08;
// Of the lines beside the numbers: how much of the width of the text they fill.
constexpr double text_fill = .55;
// Of a line's height: cells of tables stand farther apart.
constexpr double number_gap = 1.5;
constexpr std::array<unsigned, 5> steps{1, 2, 3, 5, 10};

struct Number {
  std::size_t box = 0;
  unsigned value = 0;
};

std::optional<unsigned> line_number_in(const PdfBox& box) {
  unsigned value = 0;
  std::size_t digits = 0;
  for (const PdfCharacter& character : box.text) {
    if (is_white_space(character.code)) continue;
    if (!is_digit(character.code) || ++digits > longest_line_number) return std::nullopt;
    value = 10 * value +
            static_cast<unsigned>(u_charDigitValue(static_cast<UChar32>(character.code)));
  }
  return value;
}

bool on_one_line(const PdfBox& box, const PdfBox& other) {
  const double middle = other.top + other.height / 2;
  return middle > box.top && middle < box.bottom();
}

/// A run of numbers on a page, from top to bottom.
class NumberedLines {
 public:
  NumberedLines(const PdfPage& page, std::vector<Number> numbers)
      : page_(page), numbers_(std::move(numbers)) {
    left_ = first().left;
    right_ = first().right();
    for (const Number& number : numbers_) {
      left_ = std::min(left_, page_.boxes[number.box].left);
      right_ = std::max(right_, page_.boxes[number.box].right());
    }
  }

  /// Whether all text beside them is on one side, and apart from them: the label of a
  /// footnote touches its text.
  [[nodiscard]] bool stand_in_margin() const {
    const std::vector<const PdfBox*> text = text_beside();
    const double gap = margin_gap * first().font_size;
    return !text.empty() &&
           (std::ranges::all_of(text,
                                [&](auto* box) { return box->left > right_ + gap; }) ||
            std::ranges::all_of(text,
                                [&](auto* box) { return box->right() < left_ - gap; }));
  }

  [[nodiscard]] unsigned step() const {
    return numbers_.size() < 2 ? 1 : numbers_[1].value - numbers_[0].value;
  }

  /// Whether most lines of the page are numbered, with a number for each `step`. The labels
  /// of footnotes, and numbers in a list, are beside few of them.
  [[nodiscard]] bool cover_page(unsigned step) const {
    std::vector<double> middles;
    for (const PdfBox& box : page_.boxes)
      if (box.top > edge_zone * page_.height &&
          box.bottom() < (1 - edge_zone) * page_.height)
        middles.push_back(box.top + box.height / 2);
    std::ranges::sort(middles);
    std::size_t lines = 0;
    double last = 0;
    for (const double middle : middles) {
      if (lines > 0 && middle - last < first().height / 2) continue;
      last = middle;
      ++lines;
    }
    return static_cast<double>(numbers_.size() * step) >=
           page_share * static_cast<double>(lines);
  }

  /// Whether most are beside lines that fill the width of the text, without gaps.
  [[nodiscard]] bool number_running_text() const {
    const std::vector<const PdfBox*> text = text_beside();
    double start = text.front()->left;
    double end = text.front()->right();
    for (const PdfBox* box : text) {
      start = std::min(start, box->left);
      end = std::max(end, box->right());
    }
    std::size_t lines = 0;
    std::size_t rows = 0;
    double filled = 0;
    for (const Number& number : numbers_) {
      std::vector<const PdfBox*> line;
      for (const PdfBox* box : text)
        if (on_one_line(page_.boxes[number.box], *box)) line.push_back(box);
      if (line.empty()) continue;
      ++lines;
      if (has_cells(line)) ++rows;
      for (const PdfBox* box : line)
        filled += box->width;
    }
    const auto all = static_cast<double>(numbers_.size());
    const auto beside = static_cast<double>(lines);
    return beside >= beside_text * all && static_cast<double>(rows) <= beside_table * all &&
           filled >= text_fill * beside * (end - start);
  }

  [[nodiscard]] const std::vector<Number>& numbers() const { return numbers_; }
  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double right() const { return right_; }

 private:
  [[nodiscard]] const PdfBox& first() const { return page_.boxes[numbers_.front().box]; }

  [[nodiscard]] std::vector<const PdfBox*> text_beside() const {
    const double top = first().top;
    const double bottom = page_.boxes[numbers_.back().box].bottom();
    std::set<const PdfBox*> own;
    for (const Number& number : numbers_)
      own.insert(&page_.boxes[number.box]);
    std::vector<const PdfBox*> text;
    for (const PdfBox& box : page_.boxes) {
      const double middle = box.top + box.height / 2;
      if (middle > top && middle < bottom && !box.turned && !own.contains(&box))
        text.push_back(&box);
    }
    std::ranges::sort(text, {}, &PdfBox::left);
    return text;
  }

  /// `line` is in order.
  static bool has_cells(const std::vector<const PdfBox*>& line) {
    for (std::size_t i = 1; i < line.size(); ++i)
      if (line[i]->left - line[i - 1]->right() > number_gap * line[i]->height) return true;
    return false;
  }

  const PdfPage& page_;
  std::vector<Number> numbers_;
  double left_ = 0;
  double right_ = 0;
};

/// The longest run of `numbers`, which are in order from the top, with one step.
std::vector<Number> longest_run(const std::vector<Number>& numbers) {
  std::vector<Number> best;
  for (const unsigned step : steps)
    for (std::size_t begin = 0; begin < numbers.size();) {
      std::size_t end = begin + 1;
      while (end < numbers.size() && numbers[end].value == numbers[end - 1].value + step)
        ++end;
      if (end - begin > best.size())
        best.assign(numbers.begin() + static_cast<std::ptrdiff_t>(begin),
                    numbers.begin() + static_cast<std::ptrdiff_t>(end));
      begin = end;
    }
  return best;
}

/// The numbers of a page that are below each other, by their left or right edge.
std::vector<std::vector<Number>> number_columns(const PdfPage& page, double PdfBox::*left) {
  std::map<long, std::vector<Number>> columns;
  for (std::size_t i = 0; i < page.boxes.size(); ++i) {
    const PdfBox& box = page.boxes[i];
    const auto value = line_number_in(box);
    if (!value) continue;
    const double edge = left != nullptr ? box.*left : box.right();
    const long place = std::lround(edge / (same_number_edge * box.font_size));
    // Edges at the border of two steps are those of both.
    for (const long near : {place, place + 1})
      columns[near].push_back({i, *value});
  }
  std::vector<std::vector<Number>> found;
  for (auto& [place, numbers] : columns) {
    std::ranges::stable_sort(
        numbers, {}, [&](const Number& number) { return page.boxes[number.box].top; });
    found.push_back(std::move(numbers));
  }
  return found;
}

std::optional<NumberedLines> numbered_lines(const PdfPage& page) {
  std::optional<NumberedLines> best;
  for (double PdfBox::*const left : {&PdfBox::left, static_cast<double PdfBox::*>(nullptr)})
    for (const std::vector<Number>& column : number_columns(page, left)) {
      std::vector<Number> run = longest_run(column);
      if (run.size() < fewest_numbers || (best && best->numbers().size() >= run.size()))
        continue;
      NumberedLines lines(page, std::move(run));
      if (lines.cover_page(lines.step()) && lines.stand_in_margin() &&
          lines.number_running_text())
        best.emplace(lines);
    }
  return best;
}

std::set<std::size_t> boxes_of(const std::vector<Number>& numbers) {
  std::set<std::size_t> boxes;
  for (const Number& number : numbers)
    boxes.insert(number.box);
  return boxes;
}

/// The numbers of `page` that stand in the strip of `known`, from the top.
std::vector<Number> numbers_in_strip(const PdfPage& page, const NumberedLines& known) {
  std::vector<Number> numbers;
  for (std::size_t box = 0; box < page.boxes.size(); ++box) {
    const PdfBox& at = page.boxes[box];
    const double slip = same_number_edge * at.font_size;
    const bool same_strip =
        at.right() > known.left() - slip && at.left < known.right() + slip && !at.turned;
    if (const auto value = line_number_in(at); value && same_strip)
      numbers.push_back({box, *value});
  }
  std::ranges::stable_sort(
      numbers, {}, [&](const Number& number) { return page.boxes[number.box].top; });
  return numbers;
}

/// The numbers of lines below `lines`, of the page's notes, are counted by themselves.
void add_notes_numbers(const PdfPage& page, const NumberedLines& lines,
                       std::set<std::size_t>& boxes) {
  const PdfBox& last = page.boxes[lines.numbers().back().box];
  for (const Number& number : numbers_in_strip(page, lines)) {
    const PdfBox& box = page.boxes[number.box];
    const bool below = box.top > last.bottom() && number.value % lines.step() == 0;
    const bool beside = std::ranges::any_of(page.boxes, [&](const PdfBox& other) {
      return &other != &box && on_one_line(box, other);
    });
    if (below && beside) boxes.insert(number.box);
  }
}

}  // namespace

std::vector<std::set<std::size_t>> line_numbers(std::span<const PdfPage> pages) {
  std::vector<std::set<std::size_t>> found(pages.size());
  std::optional<NumberedLines> known;
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (auto lines = numbered_lines(pages[i])) {
      found[i] = boxes_of(lines->numbers());
      add_notes_numbers(pages[i], *lines, found[i]);
      if (!known) known.emplace(*lines);
    }
  if (!known) return found;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!found[i].empty()) continue;
    const std::vector<Number> run = longest_run(numbers_in_strip(pages[i], *known));
    if (run.empty()) continue;
    const NumberedLines lines(pages[i], run);
    if (!lines.cover_page(known->step()) || !lines.stand_in_margin()) continue;
    found[i] = boxes_of(run);
    if (run.size() > 1) add_notes_numbers(pages[i], lines, found[i]);
  }
  return found;
}

}  // namespace hexapla
