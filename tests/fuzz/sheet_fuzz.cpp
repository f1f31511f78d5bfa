#include "exchange/lines/read_sheet.hpp"
#include "sound_units.hpp"

#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  for (const SheetKind kind : {SheetKind::csv, SheetKind::tsv})
    read_sound_units(
        data, size, [&](std::istream& in) { return read_sheet(in, "fuzz.csv", kind, {}); });
  return 0;
}
