#pragma once

#include "document/pdf/page.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// The boxes of a line, from left to right.
struct PdfRow {
  std::vector<const PdfBox*> boxes;
  const PdfBox* main = nullptr;  ///< The one that sets its height.
};

/// Where the last of `boxes`, which are not none, ends.
[[nodiscard]] double right_edge(const std::vector<const PdfBox*>& boxes);

/// Cuts the lines of an area into cells: what stands farther apart than words do. Figures,
/// and words below others that stand apart, need less room between them to be two cells. A
/// list's label and its text are one, and so are a title in a table of contents, the points
/// after it and its page number.
class PdfCells {
 public:
  /// Keeps no view of `rows`, all those of the area.
  PdfCells(std::span<const PdfRow> rows, bool right_to_left);

  /// The cells of `row`, from left to right. `boxes` are those of `row.boxes`, some of them
  /// cut up.
  [[nodiscard]] std::vector<std::vector<const PdfBox*>> cells_of(
      const PdfRow& row, const std::vector<const PdfBox*>& boxes) const;

 private:
  /// White space between two boxes of a row that is as wide as between cells.
  struct Gap {
    double right = 0;
    double top = 0;
  };

  [[nodiscard]] bool starts_cell(const PdfBox& box,
                                 const std::vector<const PdfBox*>& before,
                                 const PdfBox& line) const;
  [[nodiscard]] bool is_below_gaps(const PdfBox& box, const PdfBox& line) const;
  void join_label(std::vector<std::vector<const PdfBox*>>& cells, double height) const;

  std::vector<Gap> gaps_;  ///< In the order of their right edges.
  bool right_to_left_;
};

}  // namespace hexapla
