#pragma once

// Private to core/corpus/: writes the tables of search.sql.

#include "corpus/database/sqlite.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace hexapla {

/// Indexes texts of rows inside the caller's transaction. Memory stays below about 200 MiB,
/// however many there are. On two threads the words are looked up beside whatever the
/// caller does; what is written is the same.
///
/// Whoever writes rows or changes their texts calls it, or index_missing(), before it
/// commits. A row that goes needs nothing: candidates are checked against the tables.
class SearchIndex {
 public:
  explicit SearchIndex(const sqlite::Connection& connection, unsigned threads = 1);
  ~SearchIndex();
  SearchIndex(SearchIndex&&) noexcept;
  SearchIndex& operator=(SearchIndex&&) noexcept;

  /// `language_number` is that of table language. All texts of a row come one after the
  /// other; rows may come in any order.
  void add(std::int64_t row, std::int64_t language_number, Language language,
           std::string_view text);

  /// Writes what is still in memory; without it the last texts are not indexed.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Indexes the rows that came after the last that is indexed, in the caller's transaction.
void index_missing(const sqlite::Connection& connection);

/// Indexes a row again, whose text was changed.
void index_row(const sqlite::Connection& connection, std::int64_t row);

/// Throws the index away and makes it anew, in the caller's transaction: smaller after many
/// small additions.
void index_anew(const sqlite::Connection& connection);

/// The last row that is indexed; rows after it have to be read.
[[nodiscard]] std::int64_t last_indexed_row(const sqlite::Connection& connection);

}  // namespace hexapla
