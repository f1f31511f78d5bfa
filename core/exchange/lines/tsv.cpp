#include "exchange/lines/tsv.hpp"

#include "format/decimal.hpp"
#include "format/tab_field.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
Exported write_tsv(std::ostream& out, std::span<const AlignedUnit> units,
                   std::span<const Language> languages) {
  out << "unit\tconfidence";
  for (const Language language : languages)
    out << '\t' << language.tag();
  out << '\n';
  Exported exported;
  for (const AlignedUnit& unit : units) {
    const auto wanted = [&](const Cell& cell) {
      return std::ranges::find(languages, cell.language) != languages.end();
    };
    if (std::ranges::none_of(unit.cells, wanted)) {
      ++exported.skipped;
      continue;
    }
    out << unit.number << '\t' << decimal(unit.confidence);
    for (const Language language : languages) {
      const auto cell = std::ranges::find(unit.cells, language, &Cell::language);
      out << '\t' << (cell == unit.cells.end() ? std::string() : tab_field(cell->text));
    }
    out << '\n';
    ++exported.written;
  }
  return exported;
}

}  // namespace hexapla
