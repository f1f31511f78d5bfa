#pragma once

#include "workbench/review/reviewed_work.hpp"

#include <cstddef>

namespace hexapla {

/// The rows from `first` on up to the next one that a person confirmed; [first, last).
/// Errors: Fault::inconsistent when `first` itself is confirmed.
struct RowRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
[[nodiscard]] RowRange up_to_next_confirmed(const ReviewedWork& work, std::size_t first);

/// Aligns rows again, by what their sentences say now and with the rows around them held:
/// one decision over all pairs. What people confirmed of single languages inside is held,
/// too.
/// Errors: Fault::inconsistent when the rows don't hold a stretch of each version, or
///         nothing else comes of it.
/// Cost:   that of aligning them with 60 rows on either side.
[[nodiscard]] Decision realign_rows(const ReviewedWork& work, const RowRange& rows,
                                    const Termbase& termbase);

}  // namespace hexapla
