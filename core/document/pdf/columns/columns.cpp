#include "document/pdf/columns/columns.hpp"

#include "document/pdf/cells.hpp"
#include "document/pdf/columns/column_shape.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>

namespace hexapla {
namespace {

using Boxes = PdfBoxes;

// Of the font size. Columns stand farther apart than words.
constexpr double gutter_width = .7;
// Places across the page where a strip is looked for, at the most.
constexpr double most_strips = 200;
// The strip between columns lies in the middle part of the page.
constexpr double nearest_to_edge = .2;
constexpr int most_columns_deep = 4;
// Columns of text side by side.
constexpr std::size_t most_page_columns = 3;
// Lines of a row of cells, all but the first of which have fewer. With three, justified
// columns of few words a line, whose blanks are as wide as gaps, would be tables.
constexpr std::size_t lines_a_row = 2;
// Of a line's height: the white space below the head of a page; of the rows, its share.
constexpr double below_page_head = 1.5;
constexpr double page_head_share = .5;

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
  ColumnFinder(const Boxes& boxes, bool right_to_left)
      : boxes_(boxes), right_to_left_(right_to_left) {
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
  [[nodiscard]] std::optional<Split> find_like(const PdfColumns& columns) const {
    const Stretch free = free_rows(columns.strip);
    if (has_column_of_cells(free, columns.strip)) return std::nullopt;
    const Stretch rows = below_head(free, columns.strip);
    Split split = split_between(rows, columns.strip);
    const PdfColumns found = columns_of_page(split, right_to_left_);
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
    const Stretch free = free_rows(left);
    const Stretch rows = below_head(free, left);
    if (rows.end - rows.begin < 2 * fewest_column_rows) return std::nullopt;
    if (is_of_cells(rows)) return std::nullopt;
    Split split = split_between(rows, left);
    if (split.left.empty() || split.right.empty()) return std::nullopt;
    if (!of_like_width(split.left, split.right)) return std::nullopt;
    if (lists_documents(split.left) && lists_documents(split.right)) return split;
    if (has_column_of_cells(free, left)) return std::nullopt;
    if (!fills_column(split.left) || !fills_column(split.right)) return std::nullopt;
    if (is_of_figures(split.left) || is_of_figures(split.right) ||
        in_step(split.left, split.right) || ends_in_cells(split.left, right_to_left_) ||
        ends_in_cells(split.right, right_to_left_))
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
    return lines_a_row * many >= rows;
  }

  /// Whether a column of a table is on one side of the strip.
  [[nodiscard]] bool has_column_of_cells(Stretch stretch, double strip) const {
    const Split split = split_between(stretch, strip);
    return has_strip_of_cells(split.left) || has_strip_of_cells(split.right);
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
  bool right_to_left_;
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
    const ColumnFinder finder(boxes, right_to_left_);
    std::optional<Split> split = finder.find();
    if (depth > 0) return split;
    if (!split && columns_) split = finder.find_like(*columns_);
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
