#include "corpus/database/connection.hpp"

#include "corpus/database/schema.hpp"
#include "corpus/database/table_sums.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

namespace hexapla {

namespace fs = std::filesystem;

namespace {

/// What SQLite keeps beside a database while it writes. Source: SQLite, "Temporary Files".
constexpr std::array log_suffixes{std::string_view("-journal"), std::string_view("-wal"),
                                  std::string_view("-shm")};

fs::path log_of(const fs::path& file, std::string_view suffix) {
  return fs::weakly_canonical(file).concat(suffix);
}

void require_readable_file(const fs::path& file) {
  const auto fail = [&](std::string_view why) {
    throw Error(Fault::unreadable, {file.string(), 0}, why);
  };
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) fail("no such file");
  if (error) fail("can't be read: " + error.message());
  if (status.type() == fs::file_type::directory) fail("a directory, not a file");
  if (status.type() != fs::file_type::regular) fail("not a regular file");
}

/// Others may read a file in this mode while one writes.
void use_write_ahead_log(sqlite::Connection& database) {
  sqlite::Statement mode(database, "PRAGMA journal_mode");
  const bool used = mode.step() && mode.text(0) == "wal";
  mode.reset();
  if (!used) database.execute("PRAGMA journal_mode = WAL");
}

}  // namespace

void settle_log(const fs::path& file) {
  const auto exists = [&](std::string_view suffix) {
    std::error_code error;
    return fs::exists(log_of(file, suffix), error);
  };
  if (std::ranges::none_of(log_suffixes, exists)) return;
  try {
    // Opening completes or undoes what the writer began.
    const sqlite::Connection old(file);
  } catch (const Error&) {  // no database: the log is worth nothing
  }
  for (const std::string_view suffix : log_suffixes) {
    std::error_code ignored;
    fs::remove(log_of(file, suffix), ignored);
  }
}

StoreConnection StoreConnection::open(const fs::path& file) {
  require_readable_file(file);
  StoreConnection connection(file);
  sqlite::Connection& database = connection.database_.emplace(file);
  const std::int64_t format = require_schema(database);
  // Reading writes nothing, whatever the file holds.
  database.execute("PRAGMA query_only = ON");
  connection.is_older_ = format != corpus_format;
  if (format >= oldest_read_in_place) {
    connection.read_format_ = format;
    return connection;
  }
  sqlite::Connection copy = sqlite::Connection::copy_of(database);
  sqlite::Transaction transaction(copy);
  migrate(copy);
  sum_tables_anew(copy);
  transaction.commit();
  database = std::move(copy);
  return connection;
}

StoreConnection StoreConnection::make(const fs::path& file, std::string_view program) {
  StoreConnection connection(file);
  connection.replacement_.emplace(file);
  sqlite::Connection& database =
      connection.database_.emplace(connection.replacement_->path(), file.string());
  // When the program ends this file is thrown away: no syncing until publish(), and what a
  // transaction would give back is kept in memory only.
  database.execute(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; "
      "PRAGMA synchronous = OFF");
  sqlite::Transaction transaction(database);
  create_schema(database, program);
  sum_tables_anew(database);
  transaction.commit();
  return connection;
}

sqlite::Connection& StoreConnection::write(const AfterMigration& after) {
  if (replacement_) return *database_;
  if (is_older_) {
    sqlite::Connection original(file_);
    if (!original.read_only()) {
      sqlite::Transaction transaction(original);
      // Another program may have brought it to this format meanwhile.
      if (require_schema(original) != corpus_format) {
        migrate(original);
        after(original);
        sum_tables_anew(original);
      }
      transaction.commit();
      is_older_ = false;
    }
    *database_ = std::move(original);
  }
  if (database_->read_only())
    throw Error(Fault::unwritable, {file_.string(), 0},
                "open for reading only: the file or its folder can't be written");
  database_->execute("PRAGMA query_only = OFF");
  use_write_ahead_log(*database_);
  return *database_;
}

void StoreConnection::publish() {
  if (!replacement_) return;
  database_.reset();
  replacement_->overwrite(write_ahead_mark_at, write_ahead_mark);
  settle_log(file_);
  replacement_->commit();
  replacement_.reset();
  database_.emplace(file_);
}

}  // namespace hexapla
