#pragma once

// Private to core/export/: where the findings of a report belong, before any HTML.

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"
#include "report/review_facts.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace hexapla {

/// A cell of the table: a unit's number among the units, and a language.
using CellKey = std::pair<std::uint32_t, Language>;

/// What a finding marks in a cell.
struct Mark {
  ByteRange range;            ///< In Cell::text; never empty.
  std::uint32_t finding = 0;  ///< Index into Places::findings.
  bool is_target = false;
  bool is_first = false;  ///< The one that links to the finding jump to.
  bool is_whole = false;  ///< Covers its segment: nothing smaller was there to mark.
};

struct PlacedFinding {
  Finding finding;
  std::optional<CellKey> cell;  ///< Of its first target spot.
};

/// A page of a report: rows [first_row, last_row) and findings [first, last).
struct ReportPage {
  std::string file;  ///< Its name, for links from the others; empty for the only one.
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct Places {
  std::vector<PlacedFinding> findings;  ///< In the order of reading: by row, then column.
  std::map<CellKey, std::vector<Mark>> marks;
  std::vector<ReportPage> pages = {};
  std::size_t page = 0;                ///< The one that is being written.
  const ReviewFacts* facts = nullptr;  ///< What people said; may be none.

  [[nodiscard]] const ReportPage& here() const { return pages.at(page); }
  /// Links to a row or a finding's place, on whatever page it is. Plain attribute values.
  [[nodiscard]] std::string to_row(std::uint32_t row, std::uint32_t number) const;
  [[nodiscard]] std::string to_place(std::size_t finding) const;
};

/// Cuts what is placed into pages of at most `most` findings each, at borders of rows; one
/// page for a row that has more. `file_of` names them, from 0.
void cut_into_pages(Places& places, std::uint32_t rows, std::size_t most,
                    const std::function<std::string(std::size_t)>& file_of);

/// What switches a finding goes by, as classes: "error r-number l-fr k3". `kind` counts the
/// combinations of the three that a report has.
using FindingKind = std::tuple<Severity, Rule, Language>;
[[nodiscard]] FindingKind kind_of(const Finding& finding);
[[nodiscard]] std::vector<FindingKind> kinds_in(const Places& places);
[[nodiscard]] std::string classes_of(const Finding& finding);

/// Shape: a spot in no unit has no mark; all findings are in the result.
[[nodiscard]] Places places_of(std::span<const AlignedUnit> units,
                               std::span<const Finding> findings);

}  // namespace hexapla
