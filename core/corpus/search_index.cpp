#include "corpus/search_index.hpp"

#include "corpus/posting_list.hpp"
#include "corpus/search_key.hpp"
#include "corpus/search_texts.hpp"
#include "search/text_form.hpp"
#include "term/word_keys.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

using sqlite::Statement;

// Bytes in memory, roughly; the larger a portion, the seldomer each form is repeated.
constexpr std::size_t largest_portion = std::size_t{128} << 20;
// Of entries in the tables here with libstdc++ on 64 bits: nodes, short texts, first pieces.
constexpr std::size_t bytes_a_list = 190;
constexpr std::size_t bytes_a_word = 80;
constexpr std::size_t bytes_a_stem = 130;

struct HashOfText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>()(text);
  }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, HashOfText, std::equal_to<>>;

/// What a portion has of one language.
class LanguageLists {
 public:
  explicit LanguageLists(Language language) : keys_(language) {}

  /// Returns: by how many bytes they have grown.
  std::size_t add(std::int64_t row, std::string_view text) {
    grown_ = 0;
    std::uint32_t number = 0;
    std::string_view han;  // the word before, when it is a Chinese character
    for (const Word& word : words_of(text)) {
      if (word.kind == WordKind::punctuation) continue;
      const std::string_view raw = word.range.of(text);
      const bool is_han = word.kind == WordKind::han;
      PostingBuilder* list = is_han ? nullptr : list_of(raw, word.kind);
      if (!is_han && list == nullptr) continue;  // not even a word
      if (!han.empty()) add_han(han, is_han ? raw : std::string_view(), {row, number - 1});
      han = is_han ? raw : std::string_view();
      if (list != nullptr) grown_ += list->add(row, number);
      ++number;
    }
    if (!han.empty()) add_han(han, {}, {row, number - 1});
    return grown_;
  }

  [[nodiscard]] const ByText<PostingBuilder>& lists() const noexcept { return lists_; }
  [[nodiscard]] const std::set<std::pair<std::string, std::string>>& stems()
      const noexcept {
    return stems_;
  }

 private:
  struct Spot {
    std::int64_t row;
    std::uint32_t word;
  };

  void add_han(std::string_view character, std::string_view next, Spot spot) {
    scratch_.assign(character).append(next);
    auto known = known_.find(scratch_);
    if (known == known_.end()) {
      std::string form = form_of(character, WordKind::han);
      if (!next.empty()) form += form_of(next, WordKind::han);
      known = known_.emplace(scratch_, &list_named(search_key(form))).first;
      grown_ += bytes_a_word;
    }
    grown_ += known->second->add(spot.row, spot.word);
  }

  /// Null for a word without a form.
  PostingBuilder* list_of(std::string_view raw, WordKind kind) {
    const auto known = known_.find(raw);
    if (known != known_.end()) return known->second;
    const std::string form = form_of(raw, kind);
    PostingBuilder* list = form.empty() ? nullptr : &list_named(search_key(form));
    if (list != nullptr && kind == WordKind::letters) note_stems(form);
    known_.emplace(raw, list);
    grown_ += bytes_a_word;
    return list;
  }

  PostingBuilder& list_named(std::string_view key) {
    const auto [list, is_new] = lists_.try_emplace(std::string(key));
    if (is_new) grown_ += bytes_a_list;
    return list->second;
  }

  void note_stems(const std::string& form) {
    keys_.of_text_word(form, WordKind::letters, stems_of_form_);
    for (const std::string& stem : stems_of_form_)
      if (stem != form && stems_.emplace(search_key(stem), search_key(form)).second)
        grown_ += bytes_a_stem;
  }

  WordKeys keys_;
  ByText<PostingBuilder> lists_;
  ByText<PostingBuilder*> known_;  ///< By words as texts have them.
  std::set<std::pair<std::string, std::string>> stems_;
  std::vector<std::string> stems_of_form_;
  std::string scratch_;
  std::size_t grown_ = 0;
};

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
    for (const auto& [number, lists] : languages) {
      std::vector<const std::pair<const std::string, PostingBuilder>*> sorted;
      for (const auto& list : lists.lists())
        sorted.push_back(&list);
      std::ranges::sort(sorted, {}, [](const auto* list) { return list->first; });
      for (const auto* list : sorted)
        for (const PostingPiece& piece : list->second.pieces())
          insert.run(portion, number, list->first, piece.first, piece.places, piece.data);
      for (const auto& [stem, form] : lists.stems())
        insert_stem.run(number, stem, form);
    }
    languages.clear();
    bytes = 0;
  }

  const sqlite::Connection& connection;
  std::map<std::int64_t, LanguageLists> languages;  ///< By their numbers.
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::size_t bytes = 0;
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
  if (row < state.last || (new_row && state.bytes >= largest_portion)) state.write();
  if (state.languages.empty()) state.first = row;
  state.last = row;
  state.bytes +=
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
