#include "check/rules/rules.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// The end of the last piece before the unit, or the start of the first one after it.
std::optional<Spot> nearest_place(std::span<const AlignedUnit> units, std::size_t index,
                                  Language language) {
  for (std::size_t before = index; before > 0; --before)
    if (const Cell* cell = cell_in(units[before - 1], language)) {
      const Piece& piece = cell->pieces.back();
      return Spot{language, piece.segment, {piece.range.size(), piece.range.size()}};
    }
  for (std::size_t behind = index + 1; behind < units.size(); ++behind)
    if (const Cell* cell = cell_in(units[behind], language))
      return Spot{language, cell->pieces.front().segment, {0, 0}};
  return std::nullopt;
}

}  // namespace

void check_empty_side(std::span<const AlignedUnit> units, std::size_t index,
                      const std::array<Language, 2>& languages, Findings& findings) {
  const AlignedUnit& unit = units[index];
  // What a machine linked to nothing is the alignment's to report.
  if (unit.confidence < 1) return;
  const Cell& cell = unit.cells.front();
  Finding finding;
  finding.rule = Rule::empty_side;
  constexpr double certainty = 0.8;  // what one language leaves out it may say next door
  finding.confidence = unit.confidence * certainty;
  finding.severity = severity_for(finding.confidence);
  if (cell.language != languages[0]) {
    finding.target = whole(cell);
    finding.message =
        "the " + std::string(english_name(languages[0])) + " has nothing for this";
  } else {
    const auto place = nearest_place(units, index, languages[1]);
    if (!place) return;
    finding.source = whole(cell);
    finding.target = {*place};
    finding.message = "nothing is here for " + in_quotes(cell.text);
  }
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
