#pragma once

#include "align/multitext.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Joins bitexts that share the pivot, document 0, into rows: segments that some bead joins
/// stand in the same row.
/// Shape: rows tile each of the documents, whose segments number `sizes[i]`; a row's run is
///        contiguous in each document; no bead is cut by a row's border. In the order of
///        the pivot; what the pivot lacks stands after the segments that it follows.
[[nodiscard]] std::vector<Row> rows_from(std::span<const Bitext> bitexts,
                                         std::span<const std::uint32_t> sizes);

}  // namespace hexapla
