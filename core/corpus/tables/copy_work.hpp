#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"

#include <cstdint>

namespace hexapla {

/// As Store::copy_work, inside the caller's transaction.
std::int64_t copy_work(const sqlite::Connection& from, std::int64_t work,
                       const sqlite::Connection& to);

}  // namespace hexapla
