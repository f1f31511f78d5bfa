#pragma once

// Private to core/corpus/: the tables finding, finding_spot.

#include "check/finding.hpp"
#include "corpus/database/sqlite.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Replaces all findings of a work, inside the caller's transaction.
/// Errors: Fault::inconsistent when a spot names a segment that the corpus lacks.
void write_findings(const sqlite::Connection& connection, std::int64_t work,
                    std::span<const Finding> findings);

/// Errors: Fault::malformed when a spot lies outside its segment.
[[nodiscard]] std::vector<Finding> read_findings(const sqlite::Connection& connection,
                                                 std::int64_t work);

}  // namespace hexapla
