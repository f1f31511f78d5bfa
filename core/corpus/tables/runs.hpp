#pragma once

// Private to core/corpus/: the table run.

#include "corpus/database/sqlite.hpp"
#include "corpus/run_record.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

std::int64_t write_run(const sqlite::Connection& connection, const RunRecord& run);

[[nodiscard]] std::vector<RunRecord> read_runs(const sqlite::Connection& connection);

}  // namespace hexapla
