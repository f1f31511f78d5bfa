#include "exchange/tmx/read_tmx.hpp"
#include "sound_units.hpp"

#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  std::istringstream in(bytes);
  read_sound_units([&] { return read_tmx(in, "fuzz.tmx"); });
  return 0;
}
