#pragma once

#include "align/evidence/embeddings.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace hexapla {

/// Reads one vector for each segment: a file of NumPy's, or bare 32-bit floats as vecalign
/// takes them, little-endian, row after row.
/// Shape:  as many rows as `segments`. `dimension` of 0 is told from the file.
/// Errors: Fault::malformed with the byte: another number of rows or another dimension,
///         numbers that aren't finite, only zeros for a segment that isn't blank;
///         Fault::unsupported for other kinds of NumPy's files.
[[nodiscard]] Embeddings read_embeddings(std::string_view bytes, std::string_view name,
                                         std::span<const std::string_view> segments,
                                         std::uint32_t dimension = 0);

/// True when there is nothing in a segment that a model could see.
[[nodiscard]] bool is_blank(std::string_view segment);

}  // namespace hexapla
