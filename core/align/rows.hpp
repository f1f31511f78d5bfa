#pragma once

#include "align/multitext.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Joins bitexts into rows: segments that some bead joins are in the same row, unless
/// most languages contradict the bead; `confirmed` ones always hold. Shape: rows tile each
/// of the documents, whose segments number `sizes[i]`; a row's run is
///        contiguous in each document. In the order of the pivot, document 0; what the
///        pivot lacks is after the segments that it follows.
[[nodiscard]] std::vector<Row> rows_from(std::span<const Bitext> bitexts,
                                         std::span<const std::uint32_t> sizes,
                                         std::span<const ConfirmedBeads> confirmed = {});

}  // namespace hexapla
