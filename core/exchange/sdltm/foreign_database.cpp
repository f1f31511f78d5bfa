#include "exchange/sdltm/foreign_database.hpp"

#include "exchange/sqlite_rights.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <sqlite3.h>

namespace hexapla {
namespace {

constexpr int steps_at_once = 10'000;  // of SQLite's machine, between two looks at the rest
constexpr std::uint64_t most_steps = 1'000'000;  // for one row; a sound file takes some 100
constexpr int plain_code = 0xFF;  // extended result codes carry the primary one below
constexpr std::size_t format_versions_at = 18;  // Source: SQLite's file format, 1.3

/// The file alone is all there is: marked as one that has no log beside it.
void leave_log_mode(std::string& bytes) {
  constexpr char with_log = 2;
  constexpr char plain = 1;
  if (bytes.size() <= format_versions_at + 1) return;
  for (const std::size_t at : {format_versions_at, format_versions_at + 1})
    if (bytes[at] == with_log) bytes[at] = plain;
}

int end_of_patience(void* steps_left) {
  auto& left = *static_cast<std::uint64_t*>(steps_left);
  left -= std::min<std::uint64_t>(left, steps_at_once);
  return left == 0 ? 1 : 0;
}

/// True when the word AS, in any letter case, is in a statement.
bool has_word_as(std::string_view sql) {
  const auto is_letter = [&](std::size_t at) {
    return at < sql.size() && ((sql[at] >= 'a' && sql[at] <= 'z') ||
                               (sql[at] >= 'A' && sql[at] <= 'Z') || sql[at] == '_');
  };
  for (std::size_t at = 0; at + 1 < sql.size(); ++at)
    if ((sql[at] == 'a' || sql[at] == 'A') && (sql[at + 1] == 's' || sql[at + 1] == 'S') &&
        (at == 0 || !is_letter(at - 1)) && !is_letter(at + 2))
      return true;
  return false;
}

/// Lets through reading the tables in `wanted`, and nothing else.
int only_reading(void* wanted, int action, const char* table, const char*, const char*,
                 const char* trigger_or_view) {
  const auto& tables = *static_cast<std::span<const std::string_view>*>(wanted);
  if (action == SQLITE_SELECT) return SQLITE_OK;
  const bool is_known = action == SQLITE_READ && table != nullptr &&
                        trigger_or_view == nullptr &&
                        std::ranges::find(tables, std::string_view(table)) != tables.end();
  return is_known ? SQLITE_OK : SQLITE_DENY;
}

}  // namespace

ForeignDatabase::ForeignDatabase(std::string bytes, std::string_view name)
    : bytes_(std::move(bytes)), name_(name) {
  constexpr std::string_view mark("SQLite format 3\0", 16);
  if (!bytes_.starts_with(mark))
    throw Error(Fault::malformed, {name_, 0}, "no SQLite database, as an .sdltm is one");
  leave_log_mode(bytes_);
  const int opened = sqlite3_open_v2(
      ":memory:", &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
  if (opened != SQLITE_OK) refuse(opened);
  be_safe();
  steps_left_ = most_steps;
  const auto size = static_cast<sqlite3_int64>(bytes_.size());
  const int taken =
      sqlite3_deserialize(handle_, "main", reinterpret_cast<unsigned char*>(bytes_.data()),
                          size, size, SQLITE_DESERIALIZE_READONLY);
  if (taken != SQLITE_OK) refuse(taken);
  read_only_from({});
}

ForeignDatabase::~ForeignDatabase() {
  sqlite3_close_v2(handle_);
}

void ForeignDatabase::be_safe() {
  constexpr int off = 0;
  constexpr int longest_value = 64 << 20;     // bytes: a segment has some thousand
  constexpr int longest_statement = 100'000;  // bytes, of the schema's
  constexpr int most_columns = 200;
  constexpr int deepest_expression = 20;
  take_rights_of_schema(handle_);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_VIEW, off, nullptr);
  sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_limit(handle_, SQLITE_LIMIT_SQL_LENGTH, longest_statement);
  sqlite3_limit(handle_, SQLITE_LIMIT_COLUMN, most_columns);
  sqlite3_limit(handle_, SQLITE_LIMIT_EXPR_DEPTH, deepest_expression);
  sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, off);
  sqlite3_exec(handle_, "PRAGMA cell_size_check = ON; PRAGMA query_only = ON", nullptr,
               nullptr, nullptr);
  sqlite3_progress_handler(handle_, steps_at_once, end_of_patience, &steps_left_);
}

void ForeignDatabase::read_only_from(std::span<const std::string_view> tables) {
  tables_ = tables;
  sqlite3_set_authorizer(handle_, only_reading, &tables_);
}

bool ForeignDatabase::has_table(std::string_view table) {
  constexpr std::array<std::string_view, 1> schema{"sqlite_master"};
  const auto before = std::exchange(tables_, schema);
  ForeignRows rows(*this, "SELECT name, type, rootpage, sql FROM sqlite_master");
  bool is_there = false;
  // A view and a virtual table have no page of their own; a column that is made by an
  // expression has an AS.
  while (rows.next())
    is_there = is_there || (rows.text(0) == table && rows.text(1) == "table" &&
                            rows.integer(2) > 0 && !has_word_as(rows.text(3)));
  tables_ = before;
  return is_there;
}

void ForeignDatabase::refuse(int result) const {
  const int code = result & plain_code;
  const std::string said = handle_ == nullptr ? "" : sqlite3_errmsg(handle_);
  if (code == SQLITE_NOMEM || code == SQLITE_TOOBIG)
    throw Error(Fault::unsupported, {name_, 0},
                "a value in it is larger than any segment (" + said + ')');
  throw Error(Fault::malformed, {name_, 0},
              "the database is damaged, or not what it says (" + said +
                  "); have the program that wrote it export a TMX");
}

ForeignRows::ForeignRows(ForeignDatabase& database, std::string_view query)
    : database_(database) {
  database_.steps_left_ = most_steps;
  const int result = sqlite3_prepare_v2(
      database_.raw(), query.data(), static_cast<int>(query.size()), &statement_, nullptr);
  if (result != SQLITE_OK) {
    sqlite3_finalize(std::exchange(statement_, nullptr));
    database_.refuse(result);
  }
}

ForeignRows::~ForeignRows() {
  sqlite3_finalize(statement_);
}

bool ForeignRows::next() {
  database_.steps_left_ = most_steps;
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_.refuse(result);
  return false;
}

std::optional<int> ForeignRows::column(std::string_view name) const {
  for (int at = 0; at < sqlite3_column_count(statement_); ++at)
    if (const char* const own = sqlite3_column_name(statement_, at);
        own != nullptr && name == own)
      return at;
  return std::nullopt;
}

std::string_view ForeignRows::text(std::optional<int> column) const {
  if (!column) return {};
  const unsigned char* const bytes = sqlite3_column_text(statement_, *column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, *column))};
}

std::int64_t ForeignRows::integer(std::optional<int> column) const {
  return column ? sqlite3_column_int64(statement_, *column) : 0;
}

}  // namespace hexapla
