#include "format/compressed_stream.hpp"
#include "text/error.hpp"

#include <cstdint>
#include <sstream>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  std::istringstream in(std::string(data, data + size));
  DecompressingStream stream(in, "fuzz.gz");
  std::vector<char> chunk(4096);
  try {
    while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()))) {
    }
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
