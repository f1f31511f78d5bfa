#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// As Store::faults.
[[nodiscard]] std::vector<std::string> faults_of(const sqlite::Connection& connection);

}  // namespace hexapla
