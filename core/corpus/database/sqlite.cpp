#include "corpus/database/sqlite.hpp"

#include "exchange/sqlite_rights.hpp"
#include "text/error.hpp"

#include <array>
#include <new>
#include <system_error>

#include <sqlite3.h>

namespace hexapla::sqlite {
namespace {

constexpr int wait_for_others = 5000;  // ms that another program may hold a lock

constexpr int primary_code = 0xFF;  // SQLite: extended codes carry the primary one below

Fault fault_of(int result) {
  switch (result & primary_code) {
    case SQLITE_NOTADB:
      return Fault::unreadable;
    case SQLITE_CORRUPT:
    case SQLITE_INTERRUPT:
      return Fault::malformed;
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:  // a log beside the file
      return Fault::unwritable;
    default:
      return Fault::inconsistent;
  }
}

/// SQLite's own message, but for what happens to people every day.
std::string words_for(int result, const Connection& connection) {
  switch (result & primary_code) {
    case SQLITE_BUSY:
      return "another program is writing it, and still was after " +
             std::to_string(wait_for_others / 1000) + " s; try again when that one is done";
    case SQLITE_INTERRUPT:
      return "a question took longer than on any sound corpus; the file is damaged";
    case SQLITE_FULL:
      return "the disk is full; nothing was changed";
    case SQLITE_IOERR:
      return std::string("can't be read or written: ") + sqlite3_errmsg(connection.raw());
    default:
      return sqlite3_errmsg(connection.raw());
  }
}

void require(int result, const Connection& connection) {
  if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE) return;
  throw Error(fault_of(result), {connection.name(), 0}, words_for(result, connection));
}

/// `file` as a URI, so that no character of its name means anything to SQLite.
/// Source: RFC 3986, sections 2.1 and 2.3.
std::string uri_of(const std::filesystem::path& file) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char character : std::filesystem::absolute(file).string()) {
    if (plain.find(character) != std::string_view::npos) {
      uri += character;
    } else {
      const auto byte = static_cast<unsigned char>(character);
      uri += {'%', hexadecimal[byte / 16U], hexadecimal[byte % 16U]};
    }
  }
  return uri;
}

/// True for what SQLite answers when it can't make the files that a log needs: the folder
/// is read-only, or the disk full.
bool wants_log(int result) {
  const int primary = result & primary_code;
  return primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY ||
         primary == SQLITE_IOERR || primary == SQLITE_FULL;
}

/// True when a writer left `file` in a state that only reading its log can complete.
bool has_log(const std::filesystem::path& file) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(file.string() + "-wal", missing);
  return !missing && size > 0;
}

/// A file may come from a stranger: what its schema holds is never run, and no value or
/// statement grows beyond what a corpus needs.
void distrust(sqlite3* connection) {
  constexpr int longest_value = 1 << 30;  // bytes: a text of a document
  constexpr int most_columns = 100;
  constexpr int deepest_expression = 100;
  take_rights_of_schema(connection);
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_limit(connection, SQLITE_LIMIT_COLUMN, most_columns);
  sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, deepest_expression);
}

}  // namespace

void CloseConnection::operator()(sqlite3* connection) const noexcept {
  sqlite3_close_v2(connection);
}
void CloseBlob::operator()(sqlite3_blob* blob) const noexcept {
  sqlite3_blob_close(blob);
}
void FinalizeStatement::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

sqlite3_stmt* IdleStatements::take(std::string_view sql) {
  const auto found = by_sql_.find(sql);
  if (found == by_sql_.end() || found->second.empty()) return nullptr;
  sqlite3_stmt* const statement = found->second.back().release();
  found->second.pop_back();
  return statement;
}

void IdleStatements::keep(sqlite3_stmt* statement) noexcept {
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> idle(statement);
  sqlite3_reset(statement);  // its result was told when it was stepped
  sqlite3_clear_bindings(statement);
  try {
    by_sql_[sqlite3_sql(statement)].push_back(std::move(idle));
  } catch (const std::bad_alloc&) {  // it is prepared again, then
  }
}

Connection::Connection(InMemory memory) : name_(std::move(memory.name)) {
  open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Connection::Connection(const std::filesystem::path& file)
    : Connection(file, file.string()) {}

Connection::Connection(const std::filesystem::path& file, std::string name)
    : name_(std::move(name)) {
  open(uri_of(file), SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI);
  // A file in WAL mode can't be read where no shared memory file can be made beside it, as
  // on a read-only disk; when its log is empty the file alone is all there is.
  sqlite3_exec(raw(), "PRAGMA schema_version", nullptr, nullptr, nullptr);
  if (!wants_log(sqlite3_errcode(raw()))) return;
  if (has_log(file))
    throw Error(Fault::unreadable, {name_, 0},
                "a writer was interrupted and left a log beside it, which can't be applied "
                "in a read-only folder; copy both files to another folder");
  idle_ = std::make_unique<IdleStatements>();  // those were of the first connection
  open(uri_of(file) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

void Connection::open(const std::string& uri, int flags) {
  // SQLite counts its memory under a mutex, and nothing here asks for the count. It refuses
  // to be told once it runs, as in another's program that uses it too.
  [[maybe_unused]] static const int not_counted =
      sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* connection = nullptr;
  // One thread at a time uses a connection, so that it needs no mutex.
  const int result =
      sqlite3_open_v2(uri.c_str(), &connection,
                      flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(connection);
  if (result != SQLITE_OK)
    throw Error(Fault::unreadable, {name_, 0}, sqlite3_errmsg(connection));
  sqlite3_busy_timeout(connection, wait_for_others);
  distrust(connection);
  execute("PRAGMA foreign_keys = ON");
}

Connection Connection::copy_of(const Connection& original) {
  Connection copy(InMemory{original.name()});
  sqlite3_backup* const backup =
      sqlite3_backup_init(copy.raw(), "main", original.raw(), "main");
  if (backup == nullptr) require(sqlite3_errcode(copy.raw()), copy);
  sqlite3_backup_step(backup, -1);  // its result is that of finish
  require(sqlite3_backup_finish(backup), copy);
  return copy;
}

void Connection::execute(std::string_view sql) {
  require(sqlite3_exec(raw(), std::string(sql).c_str(), nullptr, nullptr, nullptr), *this);
}

std::string Connection::bytes() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> copy(
      sqlite3_serialize(raw(), "main", &size, 0), sqlite3_free);
  if (!copy)
    throw Error(Fault::unwritable, {name_, 0}, "the corpus does not fit into memory");
  return {copy.get(), copy.get() + size};
}

std::int64_t Connection::last_id() const noexcept {
  return sqlite3_last_insert_rowid(raw());
}

bool Connection::read_only() const noexcept {
  return sqlite3_db_readonly(raw(), "main") == 1;
}

Statement::Statement(const Connection& connection, std::string_view sql)
    : connection_(connection), handle_(nullptr, GiveBackStatement{&connection.idle()}) {
  sqlite3_stmt* statement = connection.idle().take(sql);
  if (statement == nullptr) {
    const int result =
        sqlite3_prepare_v3(connection.raw(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    require(result, connection_);
  }
  handle_.reset(statement);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  return bind_text(parameter, text, false);
}

Statement& Statement::bind_text(int parameter, std::string_view text, bool is_lent) {
  // SQLite reads a null pointer as NULL, and an empty view may hold one.
  const char* bytes = text.empty() ? "" : text.data();
  require(sqlite3_bind_text64(handle_.get(), parameter, bytes, text.size(),
                              is_lent ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8),
          connection_);
  return *this;
}

Statement& Statement::bind(int parameter, double number) {
  require(sqlite3_bind_double(handle_.get(), parameter, number), connection_);
  return *this;
}

Statement& Statement::bind(int parameter, std::nullptr_t) {
  require(sqlite3_bind_null(handle_.get(), parameter), connection_);
  return *this;
}

Statement& Statement::bind_integer(int parameter, std::int64_t number) {
  require(sqlite3_bind_int64(handle_.get(), parameter, number), connection_);
  return *this;
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  require(result, connection_);
  return result == SQLITE_ROW;
}

void Statement::finish() {
  while (step()) {
  }
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
}

bool Statement::null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_text(handle_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return {static_cast<const char*>(bytes), size};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(handle_.get(), column);
}

sqlite3_value* Statement::value(int column) const {
  return sqlite3_column_value(handle_.get(), column);
}

Blob::Blob(const Connection& connection, const std::string& table,
           const std::string& column, std::int64_t rowid)
    : connection_(connection) {
  sqlite3_blob* blob = nullptr;
  require(sqlite3_blob_open(connection.raw(), "main", table.c_str(), column.c_str(), rowid,
                            0, &blob),
          connection_);
  handle_.reset(blob);
}

std::string Blob::read(std::size_t begin, std::size_t size) const {
  const auto whole = static_cast<std::size_t>(sqlite3_blob_bytes(handle_.get()));
  if (begin > whole || size > whole - begin)
    throw Error(Fault::malformed, {connection_.name(), 0},
                "a damaged corpus file: a range lies outside its text");
  std::string bytes(size, '\0');
  require(sqlite3_blob_read(handle_.get(), bytes.data(), static_cast<int>(size),
                            static_cast<int>(begin)),
          connection_);
  return bytes;
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // Called on the way out of an error: nothing more can be reported from here.
  if (open_) sqlite3_exec(connection_.raw(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.execute("COMMIT");
  open_ = false;
}

StepBudget::StepBudget(const Connection& connection, std::uint64_t steps)
    : connection_(connection), left_(steps / steps_between) {
  sqlite3_progress_handler(
      connection.raw(), steps_between,
      [](void* budget) {
        auto& left = static_cast<StepBudget*>(budget)->left_;
        if (left == 0) return 1;
        --left;
        return 0;
      },
      this);
}

StepBudget::~StepBudget() {
  sqlite3_progress_handler(connection_.raw(), 0, nullptr, nullptr);
}

Snapshot::Snapshot(const Connection& connection) : connection_(connection) {
  if (sqlite3_get_autocommit(connection.raw()) == 0) return;
  require(sqlite3_exec(connection.raw(), "BEGIN", nullptr, nullptr, nullptr), connection);
  begun_ = true;
}

Snapshot::~Snapshot() {
  if (begun_) sqlite3_exec(connection_.raw(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace hexapla::sqlite
