#include "document/pdf/columns/column_shape.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

// The share of its width that the text of a column takes, at the least.
constexpr double column_fill = .55;
// The share of the wider column's width that the narrower one has, at the least.
constexpr double narrowest_column = .4;
// Of the pitch of most lines: what is farther below a line is below a gap.
constexpr double gap_pitch = 1.25;
// Of a line's height: how far two that are beside each other may be out of line.
constexpr double same_column_start = .3;
// Of that pitch: how much longer than others a gap is in which one cell waits for another.
constexpr double waiting_lines = .6;
// Paragraphs that begin side by side in a table, and their share of all, at the least.
constexpr std::size_t fewest_shared_starts = 2;
constexpr double shared_starts = .6;
// The same where no cell waits for another: all rows have as many lines.
constexpr std::size_t fewest_even_starts = 4;
constexpr double even_starts = .95;
// Of a column's width: what a full line of it takes.
constexpr double full_column_line = .85;
// Of the font size: what stands apart in a line is no nearer.
constexpr double cell_apart = .7;
// Of the width of the text: a cell of figures or "Yes" is no wider.
constexpr double short_cell = .25;
constexpr std::size_t fewest_short_cells = 3;
constexpr std::size_t fewest_aligned_cells = 2;  // in a strip of their own
// Of the font size: how exactly justified lines end at the edge of their column.
constexpr double justified_edge = .15;
// Of what stands in a strip of short cells: how much is figures and words.
constexpr double answer_share = .8;
// Of the font size: how far the sizes of what stands in one table differ.
constexpr double same_font_size = .05;
// Of the short cells: how many stand below each other.
constexpr double short_cells_aligned = .6;
// Of a line's height: how exactly.
constexpr double short_cell_slip = .2;

/// The gaps between paragraphs of a column, but for the first and the last, beyond which
/// may be a head and a foot.
struct Gaps {
  std::vector<double> ends;  ///< Where lines begin below them, from the top.
  double least = 0;
  double most = 0;
  double pitch = 0;  ///< Of lines without a gap.
};

Gaps gaps_of(const PdfBoxes& boxes) {
  std::vector<double> tops;
  for (const PdfBox* box : boxes)
    tops.push_back(box->top);
  std::ranges::sort(tops);
  const double height = boxes.front()->height;
  std::vector<double> rows;
  for (const double top : tops)
    if (rows.empty() || top - rows.back() > height / 2) rows.push_back(top);
  std::vector<double> pitches;
  for (std::size_t i = 1; i < rows.size(); ++i)
    pitches.push_back(rows[i] - rows[i - 1]);
  if (pitches.empty()) return {};
  std::ranges::sort(pitches);
  Gaps gaps;
  gaps.pitch = pitches[pitches.size() / 3];
  std::vector<std::size_t> below;
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (rows[i] - rows[i - 1] > gap_pitch * gaps.pitch) below.push_back(i);
  for (std::size_t i = 1; i + 1 < below.size(); ++i) {
    const double here = rows[below[i]] - rows[below[i] - 1];
    gaps.least = gaps.ends.empty() ? here : std::min(gaps.least, here);
    gaps.most = std::max(gaps.most, here);
    gaps.ends.push_back(rows[below[i]]);
  }
  return gaps;
}

/// Its lines, from above, each in the order of reading.
std::vector<PdfBoxes> rows_in(PdfBoxes boxes, bool right_to_left) {
  std::ranges::stable_sort(boxes, {}, [](const PdfBox* box) { return middle_of(*box); });
  std::vector<PdfBoxes> rows;
  for (const PdfBox* box : boxes) {
    const bool new_row =
        rows.empty() ||
        middle_of(*box) - middle_of(*rows.back().front()) >= box->height / 2;
    if (new_row) rows.emplace_back();
    rows.back().push_back(box);
  }
  for (PdfBoxes& row : rows)
    std::ranges::stable_sort(row, {}, [&](const PdfBox* box) {
      return right_to_left ? -box->right() : box->left;
    });
  return rows;
}

/// What stands below each other, with nothing reaching from one strip into the next; from
/// left to right.
std::vector<PdfBoxes> strips_in(PdfBoxes boxes) {
  std::ranges::stable_sort(boxes, {}, &PdfBox::left);
  std::vector<PdfBoxes> strips;
  double right = 0;
  for (const PdfBox* box : boxes) {
    if (strips.empty() || box->left - right > cell_apart * box->font_size)
      strips.emplace_back();
    right = strips.back().empty() ? box->right() : std::max(right, box->right());
    strips.back().push_back(box);
  }
  return strips;
}

/// "164", "81.46", "Yes": no label of a list, "12." or "(a)", nor a bullet or a dash.
bool is_answer(const PdfBox& box) {
  constexpr std::size_t least_word = 2;
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const PdfCharacter& sign : box.text) {
    if (is_letter(sign.code)) ++letters;
    if (is_digit(sign.code)) ++digits;
  }
  const char32_t last = box.text.back().code;
  return (digits > 0 || letters >= least_word) && (is_digit(last) || is_letter(last));
}

double usual_size(const PdfBoxes& boxes) {
  std::vector<double> sizes;
  for (const PdfBox* box : boxes)
    sizes.push_back(box->font_size);
  std::ranges::sort(sizes);
  return sizes[sizes.size() / 2];
}

/// Whether most of a strip is figures and words of `size`, all no wider than `widest`; if
/// these are two only, they begin below each other. The head of the table is smaller.
bool are_answers(const PdfBoxes& strip, double widest, double size) {
  const auto answers =
      static_cast<std::size_t>(std::ranges::count_if(strip, [&](const PdfBox* box) {
        return is_answer(*box) && std::abs(box->font_size - size) <= same_font_size * size;
      }));
  const double slip = short_cell_slip * strip.front()->height;
  const bool aligned = strip.back()->left - strip.front()->left <= slip;
  return answers >= (aligned ? fewest_aligned_cells : fewest_short_cells) &&
         static_cast<double>(answers) >= answer_share * static_cast<double>(strip.size()) &&
         std::ranges::all_of(strip,
                             [&](const PdfBox* box) { return box->width <= widest; });
}

}  // namespace

Extent extent_of(const PdfBoxes& boxes) {
  Extent extent{boxes.front()->left, boxes.front()->right(), boxes.front()->top,
                boxes.front()->bottom()};
  for (const PdfBox* box : boxes) {
    extent.left = std::min(extent.left, box->left);
    extent.right = std::max(extent.right, box->right());
    extent.top = std::min(extent.top, box->top);
    extent.bottom = std::max(extent.bottom, box->bottom());
  }
  return extent;
}

double middle_of(const PdfBox& box) {
  return box.top + box.height / 2;
}

bool fills_column(const PdfBoxes& boxes) {
  if (boxes.size() < fewest_column_rows) return false;
  const Extent extent = extent_of(boxes);
  std::vector<double> middles;
  double area = 0;
  for (const PdfBox* box : boxes) {
    middles.push_back(middle_of(*box));
    area += box->width;
  }
  std::ranges::sort(middles);
  std::size_t rows = 1;
  double row = middles.front();
  for (const double middle : middles) {
    if (middle - row < boxes.front()->height / 2) continue;
    row = middle;
    ++rows;
  }
  return rows >= fewest_column_rows &&
         area >= column_fill * static_cast<double>(rows) * (extent.right - extent.left);
}

bool are_full_lines(const PdfBoxes& boxes, double width) {
  const auto full = std::ranges::count_if(
      boxes, [&](const PdfBox* box) { return box->width >= full_column_line * width; });
  return 2 * static_cast<std::size_t>(full) >= boxes.size();
}

bool of_like_width(const PdfBoxes& boxes, const PdfBoxes& others) {
  const auto width = [](const PdfBoxes& column) {
    const Extent extent = extent_of(column);
    return extent.right - extent.left;
  };
  return std::min(width(boxes), width(others)) >=
         narrowest_column * std::max(width(boxes), width(others));
}

bool is_of_figures(const PdfBoxes& boxes) {
  const auto wordless = std::ranges::count_if(boxes, [](const PdfBox* box) {
    return std::ranges::none_of(
        box->text, [](const PdfCharacter& character) { return is_letter(character.code); });
  });
  return 2 * static_cast<std::size_t>(wordless) >= boxes.size();
}

bool in_step(const PdfBoxes& left, const PdfBoxes& right) {
  const Gaps gaps = gaps_of(left);
  const Gaps other_gaps = gaps_of(right);
  const auto wait = [](const Gaps& found) {
    return found.most - found.least > waiting_lines * found.pitch;
  };
  const std::vector<double>& starts = gaps.ends;
  const std::vector<double>& others = other_gaps.ends;
  const double slip = same_column_start * left.front()->height;
  const auto shared = std::ranges::count_if(starts, [&](double start) {
    const auto near = std::ranges::lower_bound(others, start - slip);
    return near != others.end() && *near <= start + slip;
  });
  const bool waiting = wait(gaps) || wait(other_gaps);
  return static_cast<std::size_t>(shared) >=
             (waiting ? fewest_shared_starts : fewest_even_starts) &&
         static_cast<double>(shared) >=
             (waiting ? shared_starts : even_starts) *
                 static_cast<double>(std::max(starts.size(), others.size()));
}

bool ends_in_cells(const PdfBoxes& boxes, bool right_to_left) {
  const Extent extent = extent_of(boxes);
  const double width = extent.right - extent.left;
  std::vector<double> starts;
  for (const PdfBoxes& row : rows_in(boxes, right_to_left)) {
    if (row.size() < 2) continue;
    const PdfBox& last = *row.back();
    const PdfBox& before = *row[row.size() - 2];
    const double gap =
        right_to_left ? before.left - last.right() : last.left - before.right();
    // Lines of justified text end at its edge, with gaps as wide as these.
    const double to_edge =
        right_to_left ? last.left - extent.left : extent.right - last.right();
    if (gap < cell_apart * last.font_size || last.width > short_cell * width ||
        before.width < last.width || to_edge < justified_edge * last.font_size)
      continue;
    starts.push_back(right_to_left ? last.right() : last.left);
  }
  if (starts.size() < fewest_short_cells) return false;
  std::ranges::sort(starts);
  const double slip = short_cell_slip * boxes.front()->height;
  std::size_t most = 0;
  for (const double start : starts) {
    const auto near = std::ranges::upper_bound(starts, start + slip) -
                      std::ranges::lower_bound(starts, start);
    most = std::max(most, static_cast<std::size_t>(near));
  }
  return most >= fewest_short_cells &&
         static_cast<double>(most) >=
             short_cells_aligned * static_cast<double>(starts.size());
}

bool has_strip_of_cells(const PdfBoxes& boxes) {
  if (boxes.empty()) return false;
  const Extent extent = extent_of(boxes);
  const double widest = short_cell * (extent.right - extent.left);
  const double size = usual_size(boxes);
  const std::vector<PdfBoxes> strips = strips_in(boxes);
  return strips.size() > 1 && std::ranges::any_of(strips, [&](const PdfBoxes& strip) {
           return are_answers(strip, widest, size);
         });
}

}  // namespace hexapla
