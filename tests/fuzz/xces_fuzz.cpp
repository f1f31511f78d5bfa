#include "exchange/xces/read_xces.hpp"
#include "sound_units.hpp"

#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  // The alignment's own bytes serve as its documents, too.
  std::istringstream in(bytes);
  read_sound_units([&] {
    return read_xces(in, "fuzz.xml", Language(), Language(), [&](const std::string&) {
      return std::make_unique<std::istringstream>(bytes);
    });
  });
  return 0;
}
