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

/// Whether `text` names a document and nothing else, as "79/209" and "A/80/1" do: such a
/// cell stands beside the title, in lists of mandates.
[[nodiscard]] bool names_document(std::span<const PdfCharacter> text);

/// Where the last of `boxes`, which are not none, ends.
[[nodiscard]] double right_edge(const std::vector<const PdfBox*>& boxes);

/// Whether most of what stands at an edge of `boxes`, which are not none, names documents:
/// a list of resolutions with their titles, of which two may stand side by side.
[[nodiscard]] bool lists_documents(const std::vector<const PdfBox*>& boxes);

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
  /// Where white space between two boxes of a row begins or ends that is as wide as
  /// between cells.
  struct Edge {
    double at = 0;
    double top = 0;
  };

  [[nodiscard]] bool is_stretched(const PdfRow& row,
                                  const std::vector<const PdfBox*>& boxes) const;
  [[nodiscard]] bool starts_cell(const PdfBox& box,
                                 const std::vector<const PdfBox*>& before,
                                 const PdfBox& line) const;
  /// Whether such edges are above or below `at`, in lines near `line`.
  [[nodiscard]] static bool are_near(const std::vector<Edge>& edges, double at,
                                     const PdfBox& line);
  /// Whether so many of `edges` are exactly at `at`, in lines near `line`.
  [[nodiscard]] static bool are_below(const std::vector<Edge>& edges, double at,
                                      const PdfBox& line);
  void join_label(std::vector<std::vector<const PdfBox*>>& cells, double height) const;

  std::vector<Edge> starts_;         ///< Of cells, from left to right.
  std::vector<Edge> ends_;           ///< Of those before; figures are set flush right.
  std::vector<Edge> narrow_starts_;  ///< Beside gaps that are narrower.
  std::vector<Edge> narrow_ends_;
  bool right_to_left_;
};

}  // namespace hexapla
