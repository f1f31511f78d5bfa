#include "document/pdf/columns.hpp"

#include "document/pdf/cells.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>

namespace hexapla {
namespace {

using Boxes = std::vector<const PdfBox*>;

// Of the font size. Columns stand farther apart than words.
constexpr double gutter_width = .7;
// Places across the page where a strip is looked for, at the most.
constexpr double most_strips = 200;
// Rows that two columns have side by side, at the least.
constexpr std::size_t fewest_rows = 6;
// The share of its width that the text of a column takes, at the least.
constexpr double column_fill = .55;
// The strip between columns lies in the middle part of the page.
constexpr double nearest_to_edge = .2;
// The share of the wider column's width that the narrower one has, at the least.
constexpr double narrowest_column = .4;
constexpr int most_columns_deep = 4;
// Columns of text side by side.
constexpr std::size_t most_page_columns = 3;
// Of the pitch of most lines: what is farther below a line is below a gap.
constexpr double gap_pitch = 1.25;
// Of a line's height: how far two that are beside each other may be out of line.
constexpr double same_column_start = .3;
// Of that pitch: how much longer than others a gap is in which one cell waits for another.
constexpr double waiting_lines = .6;
// Paragraphs that begin side by side in a table, and their share of all, at the least.
constexpr std::size_t fewest_shared_starts = 2;
constexpr double shared_starts = .6;
// Of a line's height: the white space below the head of a page; of the rows, its share.
constexpr double below_page_head = 1.5;
constexpr double page_head_share = .5;
// Of a column's width: what a full line of it takes.
constexpr double full_column_line = .85;

struct Extent {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
};

Extent extent_of(const Boxes& boxes) {
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

/// Whether `boxes` are lines that fill a column from its top to its bottom.
bool fills_column(const Boxes& boxes) {
  if (boxes.size() < fewest_rows) return false;
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
  return rows >= fewest_rows &&
         area >= column_fill * static_cast<double>(rows) * (extent.right - extent.left);
}

/// Whether most of `boxes`, which are no more than a line each, are as wide as the lines of
/// a column of text.
bool are_full_lines(const Boxes& boxes, double width) {
  const auto full = std::ranges::count_if(
      boxes, [&](const PdfBox* box) { return box->width >= full_column_line * width; });
  return 2 * static_cast<std::size_t>(full) >= boxes.size();
}

/// Hanging labels below each other, "(a)" and "12.", are no column beside their text.
bool of_like_width(const Boxes& boxes, const Boxes& others) {
  const auto width = [](const Boxes& column) {
    const Extent extent = extent_of(column);
    return extent.right - extent.left;
  };
  return std::min(width(boxes), width(others)) >=
         narrowest_column * std::max(width(boxes), width(others));
}

/// Half of it or more is figures: part of a table.
bool is_of_figures(const Boxes& boxes) {
  const auto wordless = std::ranges::count_if(boxes, [](const PdfBox* box) {
    return std::ranges::none_of(
        box->text, [](const PdfCharacter& character) { return is_letter(character.code); });
  });
  return 2 * static_cast<std::size_t>(wordless) >= boxes.size();
}

/// The gaps between paragraphs of a column, but for the first and the last, beyond which
/// may be a head and a foot.
struct Gaps {
  std::vector<double> ends;  ///< Where lines begin below them, from the top.
  double least = 0;
  double most = 0;
  double pitch = 0;  ///< Of lines without a gap.
};

Gaps gaps_of(const Boxes& boxes) {
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

/// Whether the paragraphs of two columns begin beside each other, the shorter one waiting
/// for the longer: then these are the rows of a table. In columns of text, gaps are alike.
bool in_step(const Boxes& left, const Boxes& right) {
  const Gaps gaps = gaps_of(left);
  const Gaps other_gaps = gaps_of(right);
  const auto wait = [](const Gaps& found) {
    return found.most - found.least > waiting_lines * found.pitch;
  };
  if (!wait(gaps) && !wait(other_gaps)) return false;
  const std::vector<double>& starts = gaps.ends;
  const std::vector<double>& others = other_gaps.ends;
  const double slip = same_column_start * left.front()->height;
  const auto shared = std::ranges::count_if(starts, [&](double start) {
    const auto near = std::ranges::lower_bound(others, start - slip);
    return near != others.end() && *near <= start + slip;
  });
  return static_cast<std::size_t>(shared) >= fewest_shared_starts &&
         static_cast<double>(shared) >=
             shared_starts * static_cast<double>(std::max(starts.size(), others.size()));
}

/// A part of a page with an empty strip down its middle.
struct Split {
  double strip = 0;
  Boxes above;
  Boxes left;
  Boxes right;
  Boxes below;

  [[nodiscard]] std::size_t size() const { return left.size() + right.size(); }
};

PdfColumns columns_of_page(const Split& split, bool right_to_left) {
  const auto start = [&](const Boxes& boxes) {
    if (boxes.empty()) return 0.;
    const Extent extent = extent_of(boxes);
    return right_to_left ? extent.right : extent.left;
  };
  return {split.strip, start(split.left), start(split.right)};
}

class ColumnFinder {
 public:
  explicit ColumnFinder(const Boxes& boxes) : boxes_(boxes) {
    std::ranges::stable_sort(boxes_, {}, [](const PdfBox* box) { return middle_of(*box); });
    double row = 0;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const double middle = middle_of(*boxes_[i]);
      if (i > 0 && middle - row < boxes_[i]->height / 2) continue;
      row = middle;
      rows_.push_back(i);
    }
    rows_.push_back(boxes_.size());
    std::vector<double> sizes;
    for (const PdfBox* box : boxes_)
      sizes.push_back(box->font_size);
    std::ranges::nth_element(sizes,
                             sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2));
    gutter_ = gutter_width * sizes[sizes.size() / 2];
    const Extent extent = extent_of(boxes_);
    step_ = std::max(gutter_ / 2, (extent.right - extent.left) / most_strips);
  }

  /// The split with the most boxes beside each other.
  [[nodiscard]] std::optional<Split> find() const {
    const Extent extent = extent_of(boxes_);
    const double edge = nearest_to_edge * (extent.right - extent.left);
    std::set<long> tried;
    std::optional<Split> best;
    for (const PdfBox* box : boxes_) {
      if (box->right() < extent.left + edge || box->right() > extent.right - edge) continue;
      const auto strip = static_cast<long>(box->right() / step_) + 1;
      if (!tried.insert(strip).second) continue;
      std::optional<Split> split = split_at(static_cast<double>(strip) * step_);
      if (split && (!best || split->size() > best->size())) best = std::move(split);
    }
    return best;
  }

  /// The split at the place of another page's columns, however few lines it has.
  [[nodiscard]] std::optional<Split> find_like(const PdfColumns& columns,
                                               bool right_to_left) const {
    const Stretch rows = below_head(free_rows(columns.strip), columns.strip);
    Split split = split_between(rows, columns.strip);
    const PdfColumns found = columns_of_page(split, right_to_left);
    const bool same = !split.left.empty() && !split.right.empty() &&
                      std::abs(found.left - columns.left) < gutter_ &&
                      std::abs(found.right - columns.right) < gutter_;
    if (!same) return std::nullopt;
    return split;
  }

 private:
  /// Boxes, in the order of their middles.
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  [[nodiscard]] std::optional<Split> split_at(double left) const {
    const Stretch rows = below_head(free_rows(left), left);
    if (rows.end - rows.begin < 2 * fewest_rows) return std::nullopt;
    if (is_of_cells(rows)) return std::nullopt;
    Split split = split_between(rows, left);
    if (split.left.empty() || split.right.empty()) return std::nullopt;
    if (!of_like_width(split.left, split.right)) return std::nullopt;
    if (lists_documents(split.left) && lists_documents(split.right)) return split;
    if (!fills_column(split.left) || !fills_column(split.right)) return std::nullopt;
    if (is_of_figures(split.left) || is_of_figures(split.right) ||
        in_step(split.left, split.right))
      return std::nullopt;
    return split;
  }

  [[nodiscard]] std::span<const PdfBox* const> row(std::size_t at) const {
    return std::span(boxes_).subspan(rows_[at], rows_[at + 1] - rows_[at]);
  }

  /// The longest stretch of rows that leave the strip from `left` on free.
  [[nodiscard]] Stretch free_rows(double left) const {
    const double right = left + gutter_ / 2;
    std::size_t begin = 0;
    Stretch best;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool crosses =
          i + 1 == rows_.size() || std::ranges::any_of(row(i), [&](const PdfBox* box) {
            return box->left < right && box->right() > left;
          });
      if (!crosses) continue;
      if (rows_[i] - begin > best.end - best.begin) best = {begin, rows_[i]};
      if (i + 1 < rows_.size()) begin = rows_[i + 1];
    }
    return best;
  }

  /// `stretch` without a masthead, or a running head, that leaves the strip free too: above
  /// white space across the page, in lines that fill no column.
  [[nodiscard]] Stretch below_head(Stretch stretch, double strip) const {
    const auto boxes = static_cast<double>(stretch.end - stretch.begin);
    const auto end = static_cast<std::size_t>(page_head_share * boxes) + stretch.begin;
    double bottom = 0;
    std::size_t begin = stretch.begin;
    for (std::size_t i = stretch.begin; i < end; ++i) {
      const PdfBox& box = *boxes_[i];
      if (i > stretch.begin && box.top - bottom > below_page_head * box.height) begin = i;
      bottom = std::max(bottom, box.bottom());
    }
    if (begin == stretch.begin) return stretch;
    const Split head = split_between({stretch.begin, begin}, strip);
    const Split text = split_between({begin, stretch.end}, strip);
    const auto is_head = [](const Boxes& above, const Boxes& below) {
      if (above.empty() || below.empty()) return above.empty();
      const Extent extent = extent_of(below);
      return !are_full_lines(above, extent.right - extent.left);
    };
    const bool no_columns =
        is_head(head.left, text.left) && is_head(head.right, text.right);
    return no_columns ? Stretch{begin, stretch.end} : stretch;
  }

  /// Whether so many cells are side by side as no text has columns.
  [[nodiscard]] bool is_of_cells(Stretch stretch) const {
    std::size_t rows = 0;
    std::size_t many = 0;
    for (std::size_t i = 0; i + 1 < rows_.size(); ++i) {
      if (rows_[i] < stretch.begin || rows_[i] >= stretch.end) continue;
      Boxes boxes(row(i).begin(), row(i).end());
      std::ranges::stable_sort(boxes, {}, &PdfBox::left);
      std::size_t cells = 1;
      for (std::size_t box = 1; box < boxes.size(); ++box)
        if (boxes[box]->left - boxes[box - 1]->right() > gutter_) ++cells;
      ++rows;
      if (cells > most_page_columns) ++many;
    }
    return 2 * many >= rows;
  }

  [[nodiscard]] Split split_between(Stretch rows, double strip) const {
    Split split;
    split.strip = strip;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      Boxes& part = i < rows.begin                ? split.above
                    : i >= rows.end               ? split.below
                    : boxes_[i]->right() <= strip ? split.left
                                                  : split.right;
      part.push_back(boxes_[i]);
    }
    return split;
  }

  Boxes boxes_;
  std::vector<std::size_t> rows_;  ///< Where each begins among the boxes; then their end.
  double gutter_ = 1;
  double step_ = 1;  ///< Between the places of two strips.
};

class AreaFinder {
 public:
  AreaFinder(bool right_to_left, std::optional<PdfColumns>& columns)
      : right_to_left_(right_to_left), columns_(columns) {}

  std::vector<PdfArea> areas;

  void add(const Boxes& boxes, int depth, bool column) {
    if (boxes.empty()) return;
    std::optional<Split> split;
    if (depth < most_columns_deep) split = find_split(boxes, depth);
    if (!split) {
      areas.push_back({boxes, column});
      return;
    }
    add(split->above, depth + 1, column);
    add(right_to_left_ ? split->right : split->left, depth + 1, true);
    add(right_to_left_ ? split->left : split->right, depth + 1, true);
    add(split->below, depth + 1, column);
  }

 private:
  std::optional<Split> find_split(const Boxes& boxes, int depth) {
    const ColumnFinder finder(boxes);
    std::optional<Split> split = finder.find();
    if (depth > 0) return split;
    if (!split && columns_) split = finder.find_like(*columns_, right_to_left_);
    if (split) columns_ = columns_of_page(*split, right_to_left_);
    return split;
  }

  bool right_to_left_;
  std::optional<PdfColumns>& columns_;
};

}  // namespace

std::vector<PdfArea> areas_of(const PdfPage& page, bool right_to_left,
                              std::optional<PdfColumns>& columns) {
  Boxes boxes;
  for (const PdfBox& box : page.boxes)
    boxes.push_back(&box);
  AreaFinder finder(right_to_left, columns);
  finder.add(boxes, 0, false);
  return std::move(finder.areas);
}

}  // namespace hexapla
