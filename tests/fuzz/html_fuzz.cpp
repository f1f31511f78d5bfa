#include "document/html/read_html.hpp"
#include "require_sound.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  return require_sound_reading(bytes,
                               [&] { return manuscript_from_html(bytes, "fuzz.html"); });
}
