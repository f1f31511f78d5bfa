#include "corpus/index/search_index.hpp"

#include "corpus/index/portion_queue.hpp"
#include "corpus/index/search_texts.hpp"

#include <string>
#include <utility>

namespace hexapla {

using sqlite::Statement;

namespace {

/// Bytes of texts that are handed on together: enough that handing on costs nothing, little
/// beside a portion.
constexpr std::size_t batch_size = std::size_t{2} << 20;

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
      const std::string_view data = language.data;
      for (const LanguageLists::Piece& piece : language.pieces)
        insert.run(portion, language.language_number, language.forms[piece.form],
                   piece.first, piece.places, data.substr(piece.begin, piece.size));
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
  std::vector<IndexedText> batch;
  std::size_t bytes = 0;  ///< Of the texts in it.
};

SearchIndex::SearchIndex(const sqlite::Connection& connection, unsigned threads)
    : state_(std::make_unique<State>(connection, threads)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

void SearchIndex::add(std::int64_t row, std::int64_t language_number, Language language,
                      std::string_view text) {
  State& state = *state_;
  state.batch.push_back({row, language_number, language, std::string(text)});
  state.bytes += text.size();
  if (state.bytes >= batch_size) state.hand_on();
}

void SearchIndex::finish() {
  State& state = *state_;
  if (!state.batch.empty()) state.hand_on();
  state.write(state.queue.finish());
}

void index_missing(const sqlite::Connection& connection) {
  SearchTexts texts(connection);
  SearchIndex index(connection);
  std::int64_t last = last_indexed_row(connection);
  while (const auto row = texts.row_behind(last)) {
    last = *row;
    for (const SearchText& text : texts.of_row(last))
      index.add(last, text.language_number, text.language, text.text);
  }
  index.finish();
}

void index_row(const sqlite::Connection& connection, std::int64_t row) {
  index_missing(connection);
  SearchTexts texts(connection);
  SearchIndex index(connection);
  for (const SearchText& text : texts.of_row(row))
    index.add(row, text.language_number, text.language, text.text);
  index.finish();
}

void index_anew(const sqlite::Connection& connection) {
  for (const std::string_view table : {"search_stem", "search_list", "search_portion"})
    Statement(connection, "DELETE FROM " + std::string(table)).run();
  index_missing(connection);
}

std::int64_t last_indexed_row(const sqlite::Connection& connection) {
  Statement last(connection, "SELECT max(last) FROM search_portion");
  return last.step() ? last.integer(0) : 0;
}

}  // namespace hexapla
