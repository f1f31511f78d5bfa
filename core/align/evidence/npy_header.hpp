#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hexapla {

/// What the header of a file of NumPy's tells, as far as it is of the one kind that holds
/// embeddings: a table of 32-bit floats, row after row.
struct NpyHeader {
  std::uint64_t rows = 0;
  std::uint64_t columns = 0;
  std::size_t size = 0;  ///< Bytes before the first number.
};

/// True when `bytes` begin as such files do, of whatever kind they are.
[[nodiscard]] bool is_npy(std::string_view bytes);

/// Errors: Fault::malformed for a broken header, with its byte; Fault::unsupported for what
///         holds other numbers, another order or another shape, with a way to write it so.
/// Source: NumPy's format description, versions 1.0 and 2.0.
[[nodiscard]] NpyHeader read_npy_header(std::string_view bytes, std::string_view name);

}  // namespace hexapla
