#pragma once

// Private to core/corpus/.

#include "corpus/database/replace_file.hpp"
#include "corpus/database/schema.hpp"
#include "corpus/database/sqlite.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// The database behind a Store, in the present format: the file itself, a copy in memory
/// that was brought to this format, or a new file that is not in its place yet.
class StoreConnection {
 public:
  /// Errors: those of Store::open.
  static StoreConnection open(const std::filesystem::path& file);

  /// Errors: those of Store::make.
  static StoreConnection make(const std::filesystem::path& file, std::string_view program);

  [[nodiscard]] const sqlite::Connection& read() const noexcept { return *database_; }

  /// Of what `read` gives: of a file that is read in place, its own.
  [[nodiscard]] std::int64_t format() const noexcept {
    return is_older_ ? read_format_ : corpus_format;
  }

  /// The file itself, in the present format. `after` is called inside the transaction that
  /// brings it there, if one does.
  /// Errors: Fault::unwritable when it can't be written.
  using AfterMigration = std::function<void(const sqlite::Connection&)>;
  [[nodiscard]] sqlite::Connection& write(const AfterMigration& after);

  /// See Store::publish.
  void publish();

 private:
  explicit StoreConnection(std::filesystem::path file) : file_(std::move(file)) {}

  std::filesystem::path file_;
  std::optional<Replacement> replacement_;  ///< Of a new file.
  std::optional<sqlite::Connection> database_;
  /// The file is in an older format: `database_` is a newer copy of it in memory, or the
  /// file itself where its format can be read as it is.
  bool is_older_ = false;
  std::int64_t read_format_ = corpus_format;
};

/// Clears away the log of a writer that was killed: SQLite would apply it to a new file.
void settle_log(const std::filesystem::path& file);

/// Marks the bytes of a database as one that is written through a log beside it.
/// Source: SQLite file format, section 1.3.3, "File format version numbers".
inline constexpr std::size_t write_ahead_mark_at = 18;
inline constexpr std::string_view write_ahead_mark = "\x02\x02";

}  // namespace hexapla
