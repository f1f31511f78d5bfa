// Writes a small translation memory to standard output, for the readers of other people.

#include "align/made_up_rows.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "workbench/unit_from_row.hpp"

#include <iostream>

int main() {
  using namespace hexapla;
  std::vector<AlignedUnit> units = made_up_units();
  units.push_back({4,
                   {made_up_cell(languages::zh, "(a)\t<&>\x01 “停火”", 3),
                    made_up_cell(languages::ru, "«Прекращение огня»\r\n", 3)},
                   .5});
  UnitWriterSettings settings;
  settings.header.source = languages::zh;
  settings.program_version = "0.1.0";
  const auto writer = tmx_writer(std::cout, settings);
  for (const AlignedUnit& unit : units)
    if (unit.cells.size() > 1)
      writer->add(unit_from_row(unit, {languages::zh, "letter <&>.zh.txt"}));
  (void)writer->finish();
}
