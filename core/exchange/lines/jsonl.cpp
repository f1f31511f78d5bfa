#include "exchange/lines/jsonl.hpp"

#include "format/json.hpp"

#include <ostream>
#include <utility>

namespace hexapla {
namespace {

Json json_of(const Cell& cell) {
  Json segments = Json::array();
  Json kinds = Json::array();
  for (const Piece& piece : cell.pieces) {
    segments.push_back(piece.segment);
    kinds.push_back(name_of(piece.kind));
  }
  return {{"text", cell.text}, {"segments", segments}, {"kinds", kinds}};
}

}  // namespace

Exported write_jsonl(std::ostream& out, std::span<const AlignedUnit> units) {
  Exported exported;
  for (const AlignedUnit& unit : units) {
    if (unit.cells.empty()) {
      ++exported.skipped;
      continue;
    }
    Json cells = Json::object();
    for (const Cell& cell : unit.cells)
      cells[std::string(cell.language.tag())] = json_of(cell);
    Json line{{"unit", unit.number}, {"confidence", rounded(unit.confidence)}};
    if (unit.agreement < 1) line["agreement"] = rounded(unit.agreement);
    line["cells"] = std::move(cells);
    out << line.dump() << '\n';
    ++exported.written;
  }
  return exported;
}

}  // namespace hexapla
