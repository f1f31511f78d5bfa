#pragma once

// Private to core/exchange/.

#include "text/interface.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace hexapla {

/// An SQLite database of a stranger, for reading: its bytes are never written, nothing that
/// its schema holds is run (views, triggers, functions, virtual tables), each row has to
/// come within a number of steps, and values have limits.
/// Source: SQLite, "Defense Against The Dark Arts".
class ForeignDatabase : public Pinned {
 public:
  /// Errors: Fault::malformed when they are no SQLite database.
  ForeignDatabase(std::string bytes, std::string_view name);
  ~ForeignDatabase();

  /// True when there is a plain table of this name.
  [[nodiscard]] bool has_table(std::string_view table);
  /// From here on nothing but these tables can be read.
  void read_only_from(std::span<const std::string_view> tables);

  [[nodiscard]] sqlite3* raw() const noexcept { return handle_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// Throws what SQLite says, in words of a file.
  [[noreturn]] void refuse(int result) const;

 private:
  friend class ForeignRows;
  void be_safe();

  std::string bytes_;  ///< Read by SQLite as they are.
  std::string name_;
  sqlite3* handle_ = nullptr;
  std::span<const std::string_view> tables_;
  std::uint64_t steps_left_ = 0;
};

/// The rows of a query, columns by their names.
class ForeignRows : public Pinned {
 public:
  /// `database` must live as long. Errors: Fault::malformed, as for next().
  ForeignRows(ForeignDatabase& database, std::string_view query);
  ~ForeignRows();

  /// False at the end.
  [[nodiscard]] bool next();
  /// Where a column stands; nothing when there is none.
  [[nodiscard]] std::optional<int> column(std::string_view name) const;
  /// Empty for NULL, and for no column. The view is valid until next().
  [[nodiscard]] std::string_view text(std::optional<int> column) const;
  [[nodiscard]] std::int64_t integer(std::optional<int> column) const;

 private:
  ForeignDatabase& database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace hexapla
