#include "exchange/lines/moses.hpp"

#include "format/one_line.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
Exported write_moses(std::ostream& source_out, std::ostream& target_out,
                     std::span<const AlignedUnit> units, const MosesPair& pair) {
  Exported exported;
  for (const AlignedUnit& unit : units) {
    const auto source = std::ranges::find(unit.cells, pair.source, &Cell::language);
    const auto target = std::ranges::find(unit.cells, pair.target, &Cell::language);
    if (source == unit.cells.end() || target == unit.cells.end()) {
      ++exported.skipped;
      continue;
    }
    source_out << on_one_line(source->text) << '\n';
    target_out << on_one_line(target->text) << '\n';
    ++exported.written;
  }
  return exported;
}

}  // namespace hexapla
