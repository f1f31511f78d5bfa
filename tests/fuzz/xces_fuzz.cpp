#include "exchange/xces/read_xces.hpp"
#include "sound_units.hpp"

#include <memory>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  // The alignment's own bytes serve as its documents, too.
  const auto document = [&](const std::string&) {
    return std::make_unique<std::istringstream>(std::string(data, data + size));
  };
  read_sound_units(data, size, [&](std::istream& in) {
    return read_xces(in, "fuzz.xml", Language(), Language(), document);
  });
  return 0;
}
