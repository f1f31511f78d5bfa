#include "corpus/index/search_index.hpp"

#include "corpus/index/portion_queue.hpp"
#include "corpus/index/posting_cursor.hpp"
#include "corpus/index/search_texts.hpp"
#include "corpus/tables/works.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace hexapla {

using sqlite::Statement;

namespace {

/// Bytes of texts that are handed on together: enough that handing on costs nothing, little
/// beside a portion.
constexpr std::size_t batch_size = std::size_t{2} << 20;
/// About what a text takes beside its bytes; where portions end depends on it.
constexpr std::size_t size_beside_text = 64;

}  // namespace

struct SearchIndex::State {
  State(const sqlite::Connection& database, unsigned threads)
      : connection(database), queue(threads) {}

  void write(const std::vector<PortionLists>& portions) {
    for (const PortionLists& portion : portions)
      write(portion);
  }

  void write(const PortionLists& lists) {
    Statement(connection, "INSERT INTO search_portion(first, last) VALUES (?, ?)")
        .run(lists.first, lists.last);
    const std::int64_t portion = connection.last_id();
    Statement insert(connection,
                     "INSERT INTO search_list VALUES (?, ?, ?, ?, ?, CAST(? AS BLOB))");
    Statement insert_stem(connection, "INSERT OR IGNORE INTO search_stem VALUES (?, ?, ?)");
    for (const LanguageLists& language : lists.languages) {
      for (const LanguageLists::Piece& piece : language.pieces)
        insert.run(portion, language.language_number, language.forms[piece.form],
                   piece.first, piece.places, language.data_of(piece));
      for (const auto& [stem, form] : language.stems)
        insert_stem.run(language.language_number, stem, form);
    }
  }

  void hand_on() {
    bytes = 0;
    write(queue.put(std::exchange(batch, {})));
  }

  const sqlite::Connection& connection;
  PortionQueue queue;
  TextBatch batch;
  std::size_t bytes = 0;  ///< That it takes.
};

SearchIndex::SearchIndex(const sqlite::Connection& connection, unsigned threads)
    : state_(std::make_unique<State>(connection, threads)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

void SearchIndex::add(std::int64_t row, std::int64_t language_number, Language language,
                      std::string_view text) {
  State& state = *state_;
  const bool is_new_row = !state.batch.texts.empty() && state.batch.texts.back().row != row;
  if (is_new_row && state.bytes >= batch_size) state.hand_on();
  if (state.batch.texts.empty()) state.batch.bytes.reserve(batch_size);
  state.batch.add(row, language_number, language, text);
  state.bytes += size_beside_text + text.size();
}

void SearchIndex::finish() {
  State& state = *state_;
  if (!state.batch.texts.empty()) state.hand_on();
  state.write(state.queue.finish());
}

namespace {

/// Rows on their way from the tables into the index.
class RowIndexer {
 public:
  explicit RowIndexer(const sqlite::Connection& connection)
      : texts_(connection), languages_(connection), index_(connection) {}

  /// Returns: the row that was indexed; nullopt when there is none behind `row`.
  std::optional<std::int64_t> add_behind(std::int64_t row) {
    const auto next = texts_.row_behind(row);
    if (next) add(*next);
    return next;
  }
  void add(std::int64_t row) {
    for (const SearchText& text : texts_.of_row(row))
      index_.add(row, languages_.number_of(text.language), text.language, text.text);
  }
  void finish() { index_.finish(); }

 private:
  SearchTexts texts_;
  LanguageNumbers languages_;
  SearchIndex index_;
};

}  // namespace

void index_missing(const sqlite::Connection& connection) {
  RowIndexer indexer(connection);
  auto last = std::optional(last_indexed_row(connection));
  while (last)
    last = indexer.add_behind(*last);
  indexer.finish();
}

void index_row(const sqlite::Connection& connection, std::int64_t row) {
  index_missing(connection);
  RowIndexer indexer(connection);
  indexer.add(row);
  indexer.finish();
}

void index_anew(const sqlite::Connection& connection) {
  for (const std::string_view table : {"search_stem", "search_list", "search_portion"})
    Statement(connection, "DELETE FROM " + std::string(table) + " WHERE true").run();
  index_missing(connection);
}

std::int64_t last_indexed_row(const sqlite::Connection& connection) {
  Statement last(connection, "SELECT max(last) FROM search_portion");
  return last.step() ? std::clamp<std::int64_t>(last.integer(0), 0, greatest_row) : 0;
}

}  // namespace hexapla
