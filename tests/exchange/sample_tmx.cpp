// Writes a small translation memory to standard output, for the readers of other people.

#include "exchange/made_up.hpp"
#include "exchange/tmx/write_tmx.hpp"

#include <iostream>

int main() {
  using namespace hexapla;
  std::vector<AlignedUnit> units = made_up_units();
  units.push_back({4,
                   {made_up_cell(languages::zh, "(a)\t<&>\x01 “停火”", 3),
                    made_up_cell(languages::ru, "«Прекращение огня»\r\n", 3)},
                   .5});
  write_tmx(std::cout, units, {languages::zh, "letter <&>.zh.txt", "0.1.0"});
}
