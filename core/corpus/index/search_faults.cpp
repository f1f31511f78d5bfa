#include "corpus/index/search_faults.hpp"

#include "corpus/index/language_postings.hpp"
#include "corpus/index/posting_cursor.hpp"
#include "corpus/index/search_texts.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace hexapla {
namespace {

struct IndexPortion {
  std::int64_t id = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// In the order in which they were written.
std::vector<IndexPortion> portions_of(const sqlite::Connection& connection) {
  std::vector<IndexPortion> portions;
  sqlite::Statement portion(connection,
                            "SELECT id, first, last FROM search_portion ORDER BY id");
  while (portion.step())
    portions.push_back({portion.integer(0), portion.integer(1), portion.integer(2)});
  return portions;
}

class IndexCheck {
 public:
  IndexCheck(const sqlite::Connection& connection, std::size_t most)
      : portions_(portions_of(connection)),
        texts_(connection),
        lists_(connection),
        most_(most) {}

  std::vector<std::string> run() {
    for (std::size_t at = 0; at < portions_.size() && faults_.size() < most_; ++at)
      check(at);
    return std::move(faults_);
  }

 private:
  /// A row whose text was changed is in a later portion, too, and that one counts.
  [[nodiscard]] bool is_in_later_one(std::size_t portion, std::int64_t row) const {
    return std::any_of(
        portions_.begin() + static_cast<std::ptrdiff_t>(portion) + 1, portions_.end(),
        [&](const IndexPortion& later) { return later.first <= row && row <= later.last; });
  }

  void check(std::size_t at) {
    const IndexPortion& portion = portions_[at];
    std::map<std::int64_t, LanguagePostings> languages;
    for (auto row = texts_.row_behind(portion.first - 1); row && *row <= portion.last;
         row = texts_.row_behind(*row)) {
      if (is_in_later_one(at, *row)) continue;
      for (const SearchText& text : texts_.of_row(*row))
        languages.try_emplace(text.language_number, text.language)
            .first->second.add(*row, text.text);
    }
    for (const auto& [language, postings] : languages)
      require_all(postings, {portion.id, language});
  }

  void require_all(const LanguagePostings& postings, const ListPlace& place) {
    std::string form;
    std::optional<PostingCursor> cursor;
    postings.each_piece([&](std::string_view wanted, const PostingPiece& piece) {
      if (!cursor || wanted != form) {
        form = wanted;
        cursor.emplace(place, form);
      }
      PostingReader expected(piece.first, piece.data);
      while (faults_.size() < most_ && expected.next())
        if (!has(*cursor, expected))
          faults_.push_back("search index: row " + std::to_string(expected.row()) +
                            " is not found by “" + form + "”");
    });
  }

  bool has(PostingCursor& cursor, const PostingReader& expected) {
    if (cursor.seek(lists_, expected.row()) != expected.row()) return false;
    return std::ranges::all_of(expected.words(), [&](std::uint32_t word) {
      return std::ranges::find(cursor.words(), word) != cursor.words().end();
    });
  }

  std::vector<IndexPortion> portions_;
  SearchTexts texts_;
  PostingLists lists_;
  std::size_t most_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> search_faults(const sqlite::Connection& connection,
                                       std::size_t most) {
  return IndexCheck(connection, most).run();
}

}  // namespace hexapla
