#include "align/evidence/read_embeddings.hpp"

#include "align/evidence/npy_header.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>

namespace hexapla {
namespace {

static_assert(std::endian::native == std::endian::little && sizeof(float) == 4);

/// Where the numbers begin, and how many are in a row.
struct Layout {
  std::size_t begin = 0;
  std::uint32_t dimension = 0;
};

[[noreturn]] void malformed(std::string_view name, const std::string& what) {
  throw Error(Fault::malformed, {std::string(name), 0}, what);
}

std::uint32_t possible_dimension(std::uint64_t dimension, std::string_view name) {
  if (dimension == 0 || dimension > most_dimensions)
    malformed(name, "has vectors of dimension " + std::to_string(dimension) +
                        ", not 1 to " + std::to_string(most_dimensions));
  return static_cast<std::uint32_t>(dimension);
}

void require_rows(std::uint64_t rows, std::size_t segments, std::string_view name) {
  if (rows != segments)
    malformed(name, "has " + std::to_string(rows) + " vectors for " +
                        std::to_string(segments) + " segments; it needs one a segment");
}

Layout npy_layout(std::string_view bytes, std::string_view name, std::size_t segments,
                  std::uint32_t dimension) {
  const NpyHeader header = read_npy_header(bytes, name);
  require_rows(header.rows, segments, name);
  const std::uint32_t found = possible_dimension(header.columns, name);
  if (dimension != 0 && dimension != found)
    malformed(name, "has vectors of dimension " + std::to_string(found) + ", not " +
                        std::to_string(dimension));
  const std::uint64_t wanted = header.rows * found * sizeof(float);
  if (bytes.size() - header.size != wanted)
    malformed(name, "byte " + std::to_string(header.size) + ": " +
                        std::to_string(bytes.size() - header.size) +
                        " bytes of numbers follow, not the " + std::to_string(wanted) +
                        " of which the header speaks");
  return {header.size, found};
}

Layout bare_layout(std::string_view bytes, std::string_view name, std::size_t segments,
                   std::uint32_t dimension) {
  if (dimension == 0) {
    const std::size_t column = segments * sizeof(float);
    if (column == 0 || bytes.size() % column != 0)
      malformed(name, std::to_string(bytes.size()) + " bytes are no vectors of 32-bit " +
                          "floats for " + std::to_string(segments) +
                          " segments; is it a file of other numbers or of other segments?");
    return {0, possible_dimension(bytes.size() / column, name)};
  }
  const std::size_t row = std::size_t{possible_dimension(dimension, name)} * sizeof(float);
  if (bytes.size() % row != 0)
    malformed(name, "byte " + std::to_string(bytes.size() / row * row) +
                        ": ends inside a vector of dimension " + std::to_string(dimension));
  require_rows(bytes.size() / row, segments, name);
  return {0, dimension};
}

void require_sense(const Embeddings& embeddings, const Layout& layout,
                   std::string_view name, std::span<const std::string_view> segments) {
  for (std::uint32_t row = 0; row < segments.size(); ++row) {
    const auto numbers = embeddings.rows().of(row);
    const auto broken = std::ranges::find_if_not(
        numbers, [](float number) { return std::isfinite(number); });
    const std::size_t begin =
        layout.begin + std::size_t{row} * layout.dimension * sizeof(float);
    if (broken != numbers.end())
      malformed(name,
                "byte " +
                    std::to_string(begin + sizeof(float) * static_cast<std::size_t>(
                                                               broken - numbers.begin())) +
                    ": a number in the vector of segment " + std::to_string(row) +
                    ", counted from 0, is infinite or none at all (NaN)");
    if (!is_blank(segments[row]) &&
        std::ranges::all_of(numbers, [](float number) { return number == 0; }))
      malformed(name, "byte " + std::to_string(begin) + ": the vector of segment " +
                          std::to_string(row) +
                          ", counted from 0, holds only zeros; it was left out by what "
                          "wrote the file");
  }
}

}  // namespace

bool is_blank(std::string_view segment) {
  return segment.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Embeddings read_embeddings(std::string_view bytes, std::string_view name,
                           std::span<const std::string_view> segments,
                           std::uint32_t dimension) {
  const Layout layout = is_npy(bytes)
                            ? npy_layout(bytes, name, segments.size(), dimension)
                            : bare_layout(bytes, name, segments.size(), dimension);
  Embeddings embeddings{std::vector<float>(segments.size() * layout.dimension),
                        layout.dimension};
  if (!embeddings.numbers.empty())
    std::memcpy(embeddings.numbers.data(), bytes.data() + layout.begin,
                embeddings.numbers.size() * sizeof(float));
  require_sense(embeddings, layout, name, segments);
  return embeddings;
}

}  // namespace hexapla
