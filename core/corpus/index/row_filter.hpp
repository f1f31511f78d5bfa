#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"
#include "corpus/search.hpp"

#include <cstdint>
#include <set>

namespace hexapla {

/// Asks rows whether a RowFilter lets them through, before their texts are read.
class RowChecker {
 public:
  /// Errors: Fault::inconsistent when it names a work that there is not.
  RowChecker(const sqlite::Connection& connection, const RowFilter& filter);

  /// False too when there is no such row.
  [[nodiscard]] bool passes(std::int64_t row);

 private:
  RowFilter filter_;
  std::set<std::int64_t> works_;
  sqlite::Statement row_;
};

}  // namespace hexapla
