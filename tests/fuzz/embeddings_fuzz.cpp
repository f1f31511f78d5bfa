#include "align/evidence/read_embeddings.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"

#include <array>
#include <cmath>
#include <cstdint>

using namespace hexapla;

namespace {

constexpr std::array<std::string_view, 2> segments{"停火", "Прекращение огня"};

void read(std::string_view bytes, std::uint32_t dimension) {
  try {
    const Embeddings read = read_embeddings(bytes, "fuzz.npy", segments, dimension);
    require(read.dimension > 0 && read.dimension <= most_dimensions);
    require(dimension == 0 || read.dimension == dimension);
    require(read.numbers.size() == segments.size() * read.dimension);
    for (const float number : read.numbers)
      require(std::isfinite(number));
  } catch (const Error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  read(bytes, 0);
  read(bytes, 3);
  return 0;
}
