#include "exchange/text_memory/text_memories.hpp"
#include "sound_units.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  read_sound_units(data, size,
                   [](std::istream& in) { return read_trados_text(in, "fuzz"); });
  return 0;
}
