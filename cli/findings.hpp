#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "term/termbase.hpp"

#include <vector>

namespace hexapla::cli {

/// The findings of all bitexts with the pivot, in their order.
[[nodiscard]] std::vector<Finding> findings_of(const Multitext& multitext,
                                               const Termbase& termbase);

}  // namespace hexapla::cli
