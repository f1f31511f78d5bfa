#include "align/aligned_unit.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Moves the footnote marks that lie in `segment` to where `piece` has its text.
void add_footnote_marks(Cell& cell, const Document& document, ByteRange segment,
                        ByteRange piece) {
  const auto begin_of = [](const FootnoteMark& mark) { return mark.range.begin; };
  auto mark = std::ranges::lower_bound(document.marks, segment.begin, {}, begin_of);
  for (; mark != document.marks.end() && mark->range.end <= segment.end; ++mark)
    cell.footnote_marks.push_back({mark->range.begin - segment.begin + piece.begin,
                                   mark->range.end - segment.begin + piece.begin});
}

Cell cell_of(const SegmentedDocument& version, const SegmentRun& run) {
  Cell cell{version.document.language, {}, {}, {}};
  for (std::uint32_t number = run.first; number < run.last; ++number) {
    const Segment& segment = version.segments[number];
    if (!cell.text.empty() && !cell.language.spaceless()) cell.text += ' ';
    const auto begin = cell.text.size();
    cell.text += version.text_of(segment);
    const ByteRange piece{begin, cell.text.size()};
    cell.pieces.push_back({number, piece, version.block_of(segment).kind});
    add_footnote_marks(cell, version.document, segment.range, piece);
  }
  return cell;
}

}  // namespace

std::vector<AlignedUnit> units_of_rows(const Multitext& multitext) {
  std::vector<AlignedUnit> units;
  for (const Row& row : multitext.rows) {
    AlignedUnit unit{
        static_cast<std::uint32_t>(units.size()), {}, row.confidence, row.agreement};
    for (std::size_t version = 0; version < row.runs.size(); ++version)
      if (!row.runs[version].empty())
        unit.cells.push_back(cell_of(multitext.documents[version], row.runs[version]));
    units.push_back(std::move(unit));
  }
  return units;
}

std::vector<AlignedUnit> units_of_beads(const Multitext& multitext, const Bitext& bitext) {
  std::vector<AlignedUnit> units;
  for (const Bead& bead : bitext.beads) {
    AlignedUnit unit{static_cast<std::uint32_t>(units.size()), {}, bead.confidence, 1};
    if (!bead.source.empty())
      unit.cells.push_back(cell_of(multitext.documents[bitext.source], bead.source));
    if (!bead.target.empty())
      unit.cells.push_back(cell_of(multitext.documents[bitext.target], bead.target));
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace hexapla
