#include "export/moses.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
namespace {

bool ends_line(char32_t code_point) {
  return (code_point >= 0x0A && code_point <= 0x0D) ||
         (code_point >= 0x1C && code_point <= 0x1E) || code_point == 0x85 ||
         code_point == 0x2028 || code_point == 0x2029;
}

std::string as_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (ends_line(next_code_point(text, at))) {
      line += ' ';
    } else {
      line += text.substr(begin, at - begin);
    }
  }
  return line;
}

}  // namespace

Exported write_moses(std::ostream& source_out, std::ostream& target_out,
                     std::span<const Unit> units, const MosesPair& pair) {
  Exported exported;
  for (const Unit& unit : units) {
    const auto source = std::ranges::find(unit.cells, pair.source, &Cell::language);
    const auto target = std::ranges::find(unit.cells, pair.target, &Cell::language);
    if (source == unit.cells.end() || target == unit.cells.end()) {
      ++exported.skipped;
      continue;
    }
    source_out << as_line(source->text) << '\n';
    target_out << as_line(target->text) << '\n';
    ++exported.written;
  }
  return exported;
}

}  // namespace hexapla
