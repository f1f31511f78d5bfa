#pragma once

// Private to core/corpus/: the tables finding, finding_spot.

#include "check/finding.hpp"
#include "corpus/sqlite.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Replaces all findings, inside the caller's transaction.
/// Errors: Fault::inconsistent when a spot names a segment that the corpus lacks.
void write_findings(sqlite::Connection& connection, std::span<const Finding> findings);

/// Errors: Fault::malformed when a spot lies outside its segment.
[[nodiscard]] std::vector<Finding> read_findings(const sqlite::Connection& connection);

}  // namespace hexapla
