#pragma once

// Private to core/corpus/: rows of both kinds of works, read out as units.

#include "corpus/database/sqlite.hpp"
#include "corpus/stored_unit.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace hexapla {

/// The key of table cell.
[[nodiscard]] constexpr std::int64_t cell_id(std::int64_t row, std::size_t place) noexcept {
  constexpr std::int64_t places = 1024;  // see schema.sql
  return row * places + static_cast<std::int64_t>(place);
}

/// Reads units one after the other, wherever they are. Refers to the connection.
class StoredRows {
 public:
  explicit StoredRows(const sqlite::Connection& connection);
  ~StoredRows();
  StoredRows(const StoredRows&) = delete;
  StoredRows& operator=(const StoredRows&) = delete;

  /// Errors: Fault::inconsistent when there is no row of that id.
  [[nodiscard]] StoredUnit read(std::int64_t id);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// As Store::unit.
[[nodiscard]] StoredUnit read_unit(const sqlite::Connection& connection, std::int64_t id);

/// As Store::each_unit.
void read_units(const sqlite::Connection& connection, const UnitSelection& selection,
                const std::function<bool(const StoredUnit&)>& take);

}  // namespace hexapla
