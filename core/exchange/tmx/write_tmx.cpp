#include "exchange/tmx/write_tmx.hpp"

#include "exchange/shared_names.hpp"
#include "format/decimal.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::string segments_of(const Cell& cell) {
  std::string numbers;
  for (const Piece& piece : cell.pieces) {
    if (!numbers.empty()) numbers += ' ';
    numbers += std::to_string(piece.segment);
  }
  return numbers;
}

}  // namespace

std::string row_id(std::uint32_t number) {
  constexpr std::size_t width = 4;  // digits, so that ids sort as the rows do
  std::string digits = std::to_string(number);
  digits.insert(0, width - std::min(width, digits.size()), '0');
  return "row-" + digits;
}

TranslationUnit memory_unit_of(const AlignedUnit& unit, const TmxSettings& settings) {
  TranslationUnit result;
  result.id = row_id(unit.number);
  if (std::ranges::find(unit.cells, settings.pivot, &Cell::language) == unit.cells.end())
    result.attributes.push_back(
        {"srclang", std::string(unit.cells.front().language.tag())});
  result.confidence = unit.confidence;
  result.properties = {{std::string(document_property), settings.document},
                       {std::string(confidence_property), decimal(unit.confidence)}};
  for (const Cell& cell : unit.cells) {
    Variant variant;
    variant.language = cell.language;
    variant.text = cell.text;
    variant.properties.push_back({"x-segments", segments_of(cell)});
    result.variants.push_back(std::move(variant));
  }
  return result;
}

Exported write_tmx(std::ostream& out, std::span<const AlignedUnit> units,
                   const TmxSettings& settings) {
  MemoryHeader header;
  header.source = settings.pivot;
  const auto writer = tmx_writer(out, {header, {}, settings.program_version});
  std::size_t skipped = 0;
  for (const AlignedUnit& unit : units) {
    if (unit.cells.size() < 2) {
      ++skipped;
    } else {
      writer->add(memory_unit_of(unit, settings));
    }
  }
  Exported exported = writer->finish();
  exported.skipped += skipped;
  return exported;
}

}  // namespace hexapla
