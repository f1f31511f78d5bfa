#include "export/tmx.hpp"

#include "export/decimal.hpp"
#include "export/xml_writer.hpp"

#include <algorithm>

namespace hexapla {
namespace {

void write_header(XmlWriter& xml, const TmxSettings& settings) {
  xml.start("header");
  xml.attribute("creationtool", "hexapla");
  xml.attribute("creationtoolversion", settings.program_version);
  xml.attribute("segtype", "sentence");
  xml.attribute("o-tmf", "hexapla");
  xml.attribute("adminlang", "en");
  xml.attribute("srclang", settings.pivot.tag());
  xml.attribute("datatype", "plaintext");
  xml.end();
}

/// With a word in front: some readers sort ids that look like whole numbers.
std::string id_of(const Unit& unit) {
  constexpr std::size_t width = 4;  // digits, so that ids sort as the rows do
  std::string digits = std::to_string(unit.number);
  digits.insert(0, width - std::min(width, digits.size()), '0');
  return "row-" + digits;
}

std::string segments_of(const Cell& cell) {
  std::string numbers;
  for (const Piece& piece : cell.pieces) {
    if (!numbers.empty()) numbers += ' ';
    numbers += std::to_string(piece.segment);
  }
  return numbers;
}

void write_unit(XmlWriter& xml, const Unit& unit, const TmxSettings& settings) {
  xml.start("tu");
  xml.attribute("tuid", id_of(unit));
  if (std::ranges::find(unit.cells, settings.pivot, &Cell::language) == unit.cells.end())
    xml.attribute("srclang", unit.cells.front().language.tag());
  xml.element("prop", "type", "x-document", settings.document);
  xml.element("prop", "type", "x-confidence", decimal(unit.confidence));
  for (const Cell& cell : unit.cells) {
    xml.start("tuv");
    xml.attribute("xml:lang", cell.language.tag());
    xml.element("prop", "type", "x-segments", segments_of(cell));
    xml.start("seg");
    xml.text(cell.text);
    xml.end();
    xml.end();
  }
  xml.end();
}

}  // namespace

Exported write_tmx(std::ostream& out, std::span<const Unit> units,
                   const TmxSettings& settings) {
  XmlWriter xml(out);
  xml.start("tmx");
  xml.attribute("version", "1.4");
  write_header(xml, settings);
  xml.start("body");
  Exported exported;
  for (const Unit& unit : units) {
    if (unit.cells.size() < 2) {
      ++exported.skipped;
      continue;
    }
    write_unit(xml, unit, settings);
    xml.flush();
    ++exported.written;
  }
  xml.finish();
  exported.marked_characters = xml.marked_characters();
  return exported;
}

}  // namespace hexapla
