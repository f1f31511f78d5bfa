#include "exchange/lines/read_jsonl.hpp"
#include "sound_units.hpp"

#include <cstdint>
#include <istream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  read_sound_units(data, size,
                   [](std::istream& in) { return read_jsonl(in, "fuzz.jsonl"); });
  return 0;
}
