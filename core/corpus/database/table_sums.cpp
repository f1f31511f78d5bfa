#include "corpus/database/table_sums.hpp"

#include "corpus/database/row_hash.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string_view>

#include <sqlite3.h>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

constexpr std::string_view sums_themselves = "table_sum";

/// The columns of a table that are stored, in their order: not those that SQLite makes of
/// others.
using Columns = std::vector<std::string>;
using SummedTables = std::map<std::string, Columns, std::less<>>;

SummedTables summed_tables(const Connection& connection) {
  Statement column(connection,
                   "SELECT object.name, stored.name FROM sqlite_schema AS object "
                   "JOIN pragma_table_info(object.name) AS stored "
                   "WHERE object.type = 'table' AND object.name NOT LIKE 'sqlite!_%' "
                   "ESCAPE '!' ORDER BY 1, stored.cid");
  SummedTables tables;
  while (column.step())
    if (column.text(0) != sums_themselves)
      tables[std::string(column.text(0))].emplace_back(column.text(1));
  return tables;
}

TableSum sum_of(const Connection& connection, const std::string& table,
                const Columns& columns) {
  std::string sql;
  for (const std::string& column : columns)
    sql += (sql.empty() ? "SELECT \"" : ", \"") + column + '"';
  Statement line(connection, sql + " FROM \"" + table + '"');
  TableSum sum;
  for (; line.step(); ++sum.lines) {
    RowHash hash(table);
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!hash.add(line.value(static_cast<int>(i)))) throw std::bad_alloc();
    sum.sum += hash.finish();
  }
  return sum;
}

std::map<std::string, TableSum> stored_sums(const Connection& connection) {
  Statement line(connection, "SELECT name, lines, sum FROM table_sum");
  std::map<std::string, TableSum> sums;
  while (line.step())
    sums[std::string(line.text(0))] = {line.integer(1),
                                       static_cast<std::uint64_t>(line.integer(2))};
  return sums;
}

void store_sum(Statement& put, const std::string& table, const TableSum& sum) {
  put.run(table, sum.lines, static_cast<std::int64_t>(sum.sum));
}

constexpr std::string_view put_sum = "INSERT OR REPLACE INTO table_sum VALUES (?, ?, ?)";

}  // namespace

/// What a transaction has changed so far.
struct WriteTransaction::Changes {
  struct OfTable {
    RowHash start;    ///< Of every line.
    int columns = 0;  ///< That are stored.
    TableSum more;    ///< Than before.
  };
  using Tables = std::map<std::string, OfTable, std::less<>>;

  explicit Changes(const Connection& connection) {
    for (const auto& [table, columns] : summed_tables(connection))
      tables.emplace(table, OfTable{RowHash(table), static_cast<int>(columns.size()), {}});
  }

  using Value = int (*)(sqlite3*, int, sqlite3_value**);

  /// The hash of the line as it was or will be.
  std::uint64_t hash_of(sqlite3* database, const OfTable& table, Value value_at) {
    RowHash hash = table.start;
    for (int i = 0; i < table.columns; ++i) {
      sqlite3_value* value = nullptr;
      if (value_at(database, i, &value) != SQLITE_OK || !hash.add(value)) {
        failed = true;
        return 0;
      }
    }
    return hash.finish();
  }

  static void note(void* changes, sqlite3* database, int operation, const char* /*schema*/,
                   const char* table, sqlite3_int64 /*old_key*/,
                   sqlite3_int64 /*new_key*/) {
    Changes& all = *static_cast<Changes*>(changes);
    // Mostly the line before was of the same table.
    if (all.last == all.tables.end() || all.last->first != table)
      all.last = all.tables.find(std::string_view(table));
    if (all.last == all.tables.end()) return;
    OfTable& changed = all.last->second;
    if (operation != SQLITE_INSERT) {
      changed.more.sum -= all.hash_of(database, changed, sqlite3_preupdate_old);
      --changed.more.lines;
    }
    if (operation != SQLITE_DELETE) {
      changed.more.sum += all.hash_of(database, changed, sqlite3_preupdate_new);
      ++changed.more.lines;
    }
  }

  Tables tables;
  Tables::iterator last = tables.end();
  bool failed = false;  ///< SQLite could not hand over a value: memory is short.
};

WriteTransaction::WriteTransaction(Connection& connection)
    : connection_(connection),
      transaction_(connection),
      changes_(std::make_unique<Changes>(connection)) {
  sqlite3_preupdate_hook(connection_.raw(), Changes::note, changes_.get());
}

WriteTransaction::~WriteTransaction() {
  sqlite3_preupdate_hook(connection_.raw(), nullptr, nullptr);
}

void WriteTransaction::commit() {
  if (changes_->failed) throw std::bad_alloc();
  const std::map<std::string, TableSum> before = stored_sums(connection_);
  Statement put(connection_, put_sum);
  for (const auto& [table, changed] : changes_->tables) {
    if (changed.more == TableSum{}) continue;
    const auto old = before.find(table);
    TableSum now = changed.more;
    if (old != before.end()) {
      now.lines += old->second.lines;
      now.sum += old->second.sum;
    }
    store_sum(put, table, now);
  }
  transaction_.commit();
}

void sum_tables_anew(const Connection& connection) {
  Statement(connection, "DELETE FROM table_sum").run();
  Statement put(connection, put_sum);
  for (const auto& [table, columns] : summed_tables(connection))
    store_sum(put, table, sum_of(connection, table, columns));
}

std::vector<std::string> sum_faults(const Connection& connection) {
  std::vector<std::string> faults;
  Statement known(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'table_sum'");
  if (!known.step()) return faults;
  std::map<std::string, TableSum> written = stored_sums(connection);
  for (const auto& [table, columns] : summed_tables(connection)) {
    const TableSum now = sum_of(connection, table, columns);
    const auto then = written.find(table);
    if (then == written.end()) {
      faults.push_back("table " + table + ": the sum of what was written is lost");
    } else if (now.lines != then->second.lines) {
      faults.push_back("table " + table + ": holds " + std::to_string(now.lines) +
                       " lines, not the " + std::to_string(then->second.lines) +
                       " that were written");
    } else if (now != then->second) {
      faults.push_back("table " + table +
                       ": holds other values than were written; the file is damaged, or "
                       "another program changed it");
    }
    if (then != written.end()) written.erase(then);
  }
  for (const auto& [table, sum] : written)
    faults.push_back("table table_sum: names a table '" + table + "' that there is not");
  return faults;
}

}  // namespace hexapla
