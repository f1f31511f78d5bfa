#include "workbench/unit_from_row.hpp"

#include "exchange/shared_names.hpp"
#include "format/decimal.hpp"

#include <algorithm>

namespace hexapla {
namespace {

template <class Word>
std::string listed(const Cell& cell, Word word) {
  std::string words;
  for (const Piece& piece : cell.pieces) {
    if (!words.empty()) words += ' ';
    words += word(piece);
  }
  return words;
}

}  // namespace

std::string row_id(std::uint32_t number) {
  constexpr std::size_t width = 4;  // digits, so that ids sort as the rows do
  std::string digits = std::to_string(number);
  digits.insert(0, width - std::min(width, digits.size()), '0');
  return "row-" + digits;
}

TranslationUnit unit_from_row(const AlignedUnit& row, const RowOrigin& origin) {
  TranslationUnit unit;
  unit.id = row_id(row.number);
  if (!row.cells.empty() &&
      std::ranges::find(row.cells, origin.pivot, &Cell::language) == row.cells.end())
    unit.attributes.push_back({"srclang", std::string(row.cells.front().language.tag())});
  unit.confidence = row.confidence;
  unit.properties = {{std::string(document_property), origin.document},
                     {std::string(confidence_property), decimal(row.confidence)}};
  if (row.agreement < 1) unit.properties.push_back({"x-agreement", decimal(row.agreement)});
  for (const Cell& cell : row.cells) {
    Variant variant;
    variant.language = cell.language;
    variant.text = cell.text;
    variant.properties.push_back({"x-segments", listed(cell, [](const Piece& piece) {
                                    return std::to_string(piece.segment);
                                  })});
    if (origin.tells_kinds)
      variant.properties.push_back({"x-kinds", listed(cell, [](const Piece& piece) {
                                      return std::string(name_of(piece.kind));
                                    })});
    unit.variants.push_back(std::move(variant));
  }
  return unit;
}

}  // namespace hexapla
