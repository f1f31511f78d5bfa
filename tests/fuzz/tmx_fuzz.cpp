#include "exchange/tmx/read_tmx.hpp"
#include "sound_units.hpp"

#include <cstdint>
#include <istream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  read_sound_units(data, size, [](std::istream& in) { return read_tmx(in, "fuzz.tmx"); });
  return 0;
}
