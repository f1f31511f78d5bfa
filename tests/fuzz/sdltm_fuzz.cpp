#include "exchange/sdltm/read_sdltm.hpp"
#include "sound_units.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  read_sound_units(data, size, [](std::istream& in) { return read_sdltm(in, "fuzz"); });
  return 0;
}
