#pragma once

// Private to core/corpus/: the table table_sum.

#include "corpus/database/sqlite.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hexapla {

/// What one table holds: how many lines, and the sum of their hashes modulo 2^64.
struct TableSum {
  std::int64_t lines = 0;
  std::uint64_t sum = 0;

  bool operator==(const TableSum&) const = default;
};

/// A transaction by which everything is written into a corpus: what it changes is added to
/// the sums of the tables, line by line, so that a decision on a corpus of a million rows
/// costs what it changes.
class WriteTransaction {
 public:
  explicit WriteTransaction(sqlite::Connection& connection);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;
  void commit();

 private:
  struct Changes;
  sqlite::Connection& connection_;
  sqlite::Transaction transaction_;
  std::unique_ptr<Changes> changes_;
};

/// Sums of all tables as they are, inside the caller's transaction: of a new file, or one
/// that was brought to this format.
void sum_tables_anew(const sqlite::Connection& connection);

/// The tables that something else than this program changed, in words; none for a file of
/// a format that has no sums.
[[nodiscard]] std::vector<std::string> sum_faults(const sqlite::Connection& connection);

}  // namespace hexapla
