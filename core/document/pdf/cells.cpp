#include "document/pdf/cells.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace hexapla {
namespace {

using Boxes = std::vector<const PdfBox*>;

// Of the line's height.
constexpr double cell_gap = 1.5;        // cells and columns stand farther apart than words
constexpr double figure_gap = .35;      // two figures need less to be two
constexpr double narrow_gap = .5;       // so do words below such gaps,
constexpr double same_edge = .3;        // whose edges are no farther apart,
constexpr double lines_nearby = 8;      // in lines no farther away,
constexpr double exact_edge = .03;      // or whose edges are at one place,
constexpr double lines_in_sight = 30;   // in lines as far away as these,
constexpr std::size_t fewest_gaps = 2;  // so many at least
constexpr std::size_t fewest_narrow_gaps = 3;  // or narrow ones at one place
constexpr double stretched_slip = .2;          // gaps of one justified line differ by less
constexpr double label_gap = 6;                // but for the text after a list's number
constexpr std::size_t longest_list_label = 6;  // characters
// Characters of what names a document, as in "A/RES/79/209".
constexpr std::size_t longest_document_name = 16;
// Such names at a column's edge that make it a list of documents.
constexpr std::size_t fewest_names = 2;
// Points in a row that lead to a page number, and characters of that.
constexpr std::size_t leader_points = 4;
constexpr std::size_t longest_page_number = 8;

bool is_point(const PdfCharacter& character) {
  constexpr std::u32string_view points = U".…·";
  return points.find(character.code) != std::u32string_view::npos;
}

/// Whether a row of points is at the end of a piece of text where its characters begin.
template <typename Iterator>
bool leads(Iterator begin, Iterator end) {
  std::size_t points = 0;
  for (; begin != end && points < leader_points; ++begin) {
    if (is_white_space(begin->code)) continue;
    if (!is_point(*begin)) return false;
    ++points;
  }
  return points == leader_points;
}

bool is_leader(const Boxes& cell) {
  return leads(cell.front()->text.begin(), cell.front()->text.end()) &&
         std::ranges::all_of(cell, [](const PdfBox* box) {
           return std::ranges::all_of(box->text, [](const PdfCharacter& character) {
             return is_point(character) || is_white_space(character.code);
           });
         });
}

/// A number with its signs, or a dash that stands for none.
bool is_figure(const PdfBox& box) {
  constexpr std::u32string_view signs = U"-–—.,()[]%\u00A0\u202F";
  bool some = false;
  for (const PdfCharacter& character : box.text) {
    const bool sign = signs.find(character.code) != std::u32string_view::npos;
    if (!is_digit(character.code) && !is_white_space(character.code) && !sign) return false;
    some = some || !is_white_space(character.code);
  }
  return some;
}

/// A number without the point or bracket of a label: two beside each other are cells.
bool is_bare_figure(const Boxes& cell) {
  constexpr std::u32string_view signs = U"-–—[]";
  return std::ranges::all_of(cell, [&](const PdfBox* box) {
    return std::ranges::all_of(box->text, [&](const PdfCharacter& character) {
      return is_digit(character.code) || is_white_space(character.code) ||
             signs.find(character.code) != std::u32string_view::npos;
    });
  });
}

/// "No.", "Nº": a word, and no label such as "12.", "(a)", "iv)" or "B.".
bool is_word(const Boxes& cell) {
  constexpr std::u32string_view roman = U"IVXLCivxlc";
  constexpr std::size_t least_word = 2;
  std::size_t letters = 0;
  bool others = false;  // than those of which numbers are made
  for (const PdfBox* box : cell)
    for (const PdfCharacter& character : box->text) {
      if (is_digit(character.code) || character.is_bracket()) return false;
      if (!is_letter(character.code)) continue;
      if (is_han(character.code)) return false;
      ++letters;
      others = others || roman.find(character.code) == std::u32string_view::npos;
    }
  return letters >= least_word && others;
}

/// As a page number is.
bool is_short(const Boxes& cell) {
  return cell.size() == 1 && cell.front()->text.size() <= longest_page_number;
}

/// In contents, the points that lead to a page number, and the number.
void join_leaders(std::vector<Boxes>& cells) {
  for (std::size_t i = 0; i + 1 < cells.size();) {
    const Boxes& cell = cells[i];
    const Boxes& next = cells[i + 1];
    const bool points = is_leader(cell) || is_leader(next);
    const bool to_right = leads(cell.back()->text.rbegin(), cell.back()->text.rend());
    const bool to_left = leads(next.front()->text.begin(), next.front()->text.end());
    if (!points && !(to_right && is_short(next)) && !(to_left && is_short(cell))) {
      ++i;
      continue;
    }
    cells[i].insert(cells[i].end(), next.begin(), next.end());
    cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

namespace {

/// "174 (II)", "1472 (XIV) A;", "3201 (S-VI)": until 1976, resolutions were counted through
/// and named their session.
bool names_old_resolution(std::span<const PdfCharacter> text) {
  constexpr std::u32string_view session = U"IVXLCES-";
  auto at = std::ranges::find_if_not(
      text, [](const PdfCharacter& sign) { return is_digit(sign.code); });
  if (at == text.begin()) return false;
  while (at != text.end() && is_white_space(at->code))
    ++at;
  if (at == text.end() || at->code != U'(') return false;
  const auto end = std::find_if(++at, text.end(), [&](const PdfCharacter& sign) {
    return session.find(sign.code) == std::u32string_view::npos;
  });
  return end != at && end != text.end() && end->code == U')';
}

}  // namespace

bool names_document(std::span<const PdfCharacter> text) {
  if (text.size() > longest_document_name) return false;
  if (names_old_resolution(text)) return true;
  std::size_t digits = 0;
  std::size_t strokes = 0;
  for (const PdfCharacter& character : text) {
    if (is_digit(character.code)) ++digits;
    if (character.code == U'/') ++strokes;
  }
  return digits > 0 && strokes > 0;
}

double right_edge(const std::vector<const PdfBox*>& boxes) {
  return (*std::ranges::max_element(boxes, {},
                                    [](const PdfBox* box) { return box->right(); }))
      ->right();
}

bool lists_documents(const Boxes& boxes) {
  const double left = (*std::ranges::min_element(boxes, {}, &PdfBox::left))->left;
  const double right = right_edge(boxes);
  const double slip = same_edge * boxes.front()->height;
  const auto names = [&](auto distance_of) {
    std::size_t all = 0;
    std::size_t named = 0;
    for (const PdfBox* box : boxes) {
      if (distance_of(*box) > slip) continue;
      ++all;
      if (names_document(box->text)) ++named;
    }
    return named >= fewest_names && 2 * named > all;
  };
  return names([&](const PdfBox& box) { return box.left - left; }) ||
         names([&](const PdfBox& box) { return right - box.right(); });
}

PdfCells::PdfCells(std::span<const PdfRow> rows, bool right_to_left)
    : right_to_left_(right_to_left) {
  for (const PdfRow& row : rows)
    for (std::size_t i = 1; i < row.boxes.size(); ++i) {
      const double gap = row.boxes[i]->left - row.boxes[i - 1]->right();
      if (gap > cell_gap * row.main->height) {
        starts_.push_back({row.boxes[i]->left, row.main->top});
        ends_.push_back({row.boxes[i - 1]->right(), row.main->top});
      } else if (gap > narrow_gap * row.main->height) {
        narrow_starts_.push_back({row.boxes[i]->left, row.main->top});
        narrow_ends_.push_back({row.boxes[i - 1]->right(), row.main->top});
      }
    }
  std::ranges::sort(starts_, {}, &Edge::at);
  std::ranges::sort(ends_, {}, &Edge::at);
  std::ranges::sort(narrow_starts_, {}, &Edge::at);
  std::ranges::sort(narrow_ends_, {}, &Edge::at);
}

std::vector<Boxes> PdfCells::cells_of(const PdfRow& row, const Boxes& boxes) const {
  if (is_stretched(row, boxes)) return {boxes};
  std::vector<Boxes> cells;
  for (const PdfBox* box : boxes) {
    if (cells.empty() || starts_cell(*box, cells.back(), *row.main)) cells.emplace_back();
    cells.back().push_back(box);
  }
  join_leaders(cells);
  join_label(cells, row.main->height);
  return cells;
}

/// Long words may leave a justified line with gaps as wide as those of a table, but all of
/// one width, and nothing in other lines begins where its words do.
bool PdfCells::is_stretched(const PdfRow& row, const Boxes& boxes) const {
  constexpr std::size_t fewest_boxes = 3;
  if (boxes.size() < fewest_boxes) return false;
  const double slip = stretched_slip * row.main->height;
  double least = boxes[1]->left - boxes[0]->right();
  double most = least;
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const double gap = boxes[i]->left - boxes[i - 1]->right();
    least = std::min(least, gap);
    most = std::max(most, gap);
    auto edge = std::ranges::lower_bound(starts_, boxes[i]->left - slip, {}, &Edge::at);
    for (; edge != starts_.end() && edge->at <= boxes[i]->left + slip; ++edge)
      if (edge->top != row.main->top) return false;
    if (is_figure(*boxes[i])) return false;
  }
  return least > cell_gap * row.main->height && most - least < slip;
}

bool PdfCells::starts_cell(const PdfBox& box, const Boxes& before,
                           const PdfBox& line) const {
  const double gap = box.left - right_edge(before);
  const bool figures = is_figure(box) && is_figure(*before.back());
  if (gap > (figures ? figure_gap : cell_gap) * line.height) return true;
  return gap > narrow_gap * line.height &&
         (are_near(starts_, box.left, line) || are_near(ends_, right_edge(before), line) ||
          are_below(narrow_starts_, box.left, line) ||
          are_below(narrow_ends_, right_edge(before), line));
}

bool PdfCells::are_below(const std::vector<Edge>& edges, double at, const PdfBox& line) {
  const double slip = exact_edge * line.height;
  const auto begin = std::ranges::lower_bound(edges, at - slip, {}, &Edge::at);
  const auto end = std::ranges::upper_bound(edges, at + slip, {}, &Edge::at);
  const auto near = std::count_if(begin, end, [&](const Edge& edge) {
    return std::abs(edge.top - line.top) < lines_nearby * line.height;
  });
  return static_cast<std::size_t>(near) >= fewest_narrow_gaps;
}

bool PdfCells::are_near(const std::vector<Edge>& edges, double at, const PdfBox& line) {
  const double slip = same_edge * line.height;
  std::size_t near = 0;
  auto edge = std::ranges::lower_bound(edges, at - slip, {}, &Edge::at);
  for (; edge != edges.end() && edge->at <= at + slip; ++edge) {
    const bool exact = std::abs(edge->at - at) <= exact_edge * line.height;
    const double lines = std::abs(edge->top - line.top) / line.height;
    if (lines < (exact ? lines_in_sight : lines_nearby)) ++near;
  }
  return near >= fewest_gaps;
}

/// A list's number and the text after it are one line, however wide the tab between.
void PdfCells::join_label(std::vector<Boxes>& cells, double height) const {
  if (cells.size() < 2) return;
  const std::size_t first = right_to_left_ ? cells.size() - 1 : 0;
  const std::size_t next = right_to_left_ ? first - 1 : 1;
  std::size_t size = 0;
  for (const PdfBox* box : cells[first])
    size += box->text.size();
  const std::size_t left = std::min(first, next);
  const double gap = cells[left + 1].front()->left - right_edge(cells[left]);
  // A number without a point, in a row of more cells: the rows of a table are numbered.
  constexpr std::size_t fewest_cells = 3;
  if (is_bare_figure(cells[first]) &&
      (is_bare_figure(cells[next]) || cells.size() >= fewest_cells))
    return;
  if (is_word(cells[first]) && cells.size() >= fewest_cells) return;
  const PdfBox& line = *cells[first].front();
  if (!right_to_left_ && is_bare_figure(cells[first]) && are_near(starts_, line.left, line))
    return;  // a figure below others of a column that is not the first
  if (size > longest_list_label || gap > label_gap * height ||
      std::ranges::any_of(cells[first],
                          [](const PdfBox* box) { return names_document(box->text); }))
    return;
  cells[left].insert(cells[left].end(), cells[left + 1].begin(), cells[left + 1].end());
  cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(left) + 1);
}

}  // namespace hexapla
