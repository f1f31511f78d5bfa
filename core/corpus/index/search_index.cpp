#include "corpus/index/search_index.hpp"

#include "corpus/index/language_postings.hpp"
#include "corpus/index/search_texts.hpp"

#include <map>
#include <string>

namespace hexapla {

using sqlite::Statement;

namespace {

// Bytes in memory; the larger a portion, the seldomer each form is repeated. Writing it
// takes as much again as a language's places.
constexpr std::size_t largest_portion = std::size_t{64} << 20;

}  // namespace

struct SearchIndex::State {
  explicit State(const sqlite::Connection& database) : connection(database) {}

  void write() {
    if (languages.empty()) return;
    Statement(connection, "INSERT INTO search_portion(first, last) VALUES (?, ?)")
        .run(first, last);
    const std::int64_t portion = connection.last_id();
    Statement insert(connection,
                     "INSERT INTO search_list VALUES (?, ?, ?, ?, ?, CAST(? AS BLOB))");
    Statement insert_stem(connection, "INSERT OR IGNORE INTO search_stem VALUES (?, ?, ?)");
    for (const auto& [language, postings] : languages) {
      const std::int64_t number = language;
      postings.each_piece([&](std::string_view form, const PostingPiece& piece) {
        insert.run(portion, number, form, piece.first, piece.places, piece.data);
      });
      for (const auto& [stem, form] : postings.stems())
        insert_stem.run(number, stem, form);
    }
    languages.clear();
  }

  [[nodiscard]] bool is_full() const {
    std::size_t bytes = 0;
    for (const auto& [number, postings] : languages)
      bytes += postings.bytes();
    return bytes >= largest_portion;
  }

  const sqlite::Connection& connection;
  std::map<std::int64_t, LanguagePostings> languages;  ///< By their numbers.
  std::int64_t first = 0;
  std::int64_t last = 0;
};

SearchIndex::SearchIndex(const sqlite::Connection& connection)
    : state_(std::make_unique<State>(connection)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

void SearchIndex::add(std::int64_t row, std::int64_t language_number, Language language,
                      std::string_view text) {
  State& state = *state_;
  const bool new_row = row != state.last;
  if (row < state.last || (new_row && state.is_full())) state.write();
  if (state.languages.empty()) state.first = row;
  state.last = row;
  state.languages.try_emplace(language_number, language).first->second.add(row, text);
}

void SearchIndex::finish() {
  state_->write();
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
