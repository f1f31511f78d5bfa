#pragma once

// Private to core/corpus/: the table run.

#include "corpus/database/sqlite.hpp"
#include "corpus/run_record.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace hexapla {

std::int64_t write_run(const sqlite::Connection& connection, const RunRecord& run);

/// All, or those of one work, in their order.
[[nodiscard]] std::vector<RunRecord> read_runs(
    const sqlite::Connection& connection, std::optional<std::int64_t> work = std::nullopt);

}  // namespace hexapla
