#pragma once

// Private to core/corpus/.

#include <cstdint>
#include <string_view>

struct sqlite3_value;

namespace hexapla {

/// A number that stands for the values of one line of a table: another value, or a letter
/// less, gives another number but for a chance of 2^-64. It defends against damage and
/// slips, not against somebody who makes a line to fit.
///
/// The number is part of the file's format: the same values give the same one on every
/// machine and by whichever way SQLite hands them over. NULLs say nothing, since a column
/// without a value may be missing at the end of a line.
class RowHash {
 public:
  explicit RowHash(std::string_view table) { add_bytes(table); }

  /// Returns: false when SQLite had no memory for the value, which it tells no other way.
  [[nodiscard]] bool add(sqlite3_value* value);

  [[nodiscard]] std::uint64_t finish() const noexcept;

 private:
  void add(std::uint64_t word) noexcept;
  void add_bytes(std::string_view bytes) noexcept;
  void add_number(std::int64_t number) noexcept;
  void add_real(double number) noexcept;

  std::uint64_t hash_ = 0;
};

}  // namespace hexapla
