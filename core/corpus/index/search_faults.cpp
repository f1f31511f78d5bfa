#include "corpus/index/search_faults.hpp"

#include "corpus/index/language_postings.hpp"
#include "corpus/index/posting_cursor.hpp"
#include "corpus/index/search_texts.hpp"

#include <algorithm>
#include <iterator>
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
  while (portion.step()) {
    // A damaged file may hold any number; that it does is told by the tables' sums.
    const std::int64_t first = std::max<std::int64_t>(portion.integer(1), 1);
    const std::int64_t last = std::min(portion.integer(2), greatest_row);
    if (first <= last) portions.push_back({portion.integer(0), first, last});
  }
  return portions;
}

/// Rows of portions that have been looked at.
class RowRanges {
 public:
  [[nodiscard]] bool holds(std::int64_t row) const {
    const auto behind = ranges_.upper_bound(row);
    return behind != ranges_.begin() && row <= std::prev(behind)->second;
  }

  /// Ranges that meet become one, so that there are few however many portions there are.
  void add(std::int64_t first, std::int64_t last) {
    auto range = ranges_.upper_bound(first);
    if (range != ranges_.begin() && std::prev(range)->second >= first - 1) --range;
    while (range != ranges_.end() && range->first <= last + 1) {
      first = std::min(first, range->first);
      last = std::max(last, range->second);
      range = ranges_.erase(range);
    }
    ranges_.emplace(first, last);
  }

 private:
  std::map<std::int64_t, std::int64_t> ranges_;  ///< Last rows by first ones.
};

class IndexCheck {
 public:
  IndexCheck(const sqlite::Connection& connection, std::size_t most)
      : portions_(portions_of(connection)),
        texts_(connection),
        lists_(connection),
        most_(most) {}

  std::vector<std::string> run() {
    // A row whose text was changed is in a later portion, too, and that one counts.
    for (std::size_t at = portions_.size(); at-- > 0 && faults_.size() < most_;) {
      check(portions_[at]);
      later_.add(portions_[at].first, portions_[at].last);
    }
    return std::move(faults_);
  }

 private:
  void check(const IndexPortion& portion) {
    std::map<std::int64_t, LanguagePostings> languages;
    for (auto row = texts_.row_behind(portion.first - 1); row && *row <= portion.last;
         row = texts_.row_behind(*row)) {
      if (later_.holds(*row)) continue;
      for (const SearchText& text : texts_.of_row(*row))
        languages.try_emplace(text.language_number, text.language)
            .first->second.add(*row, text.text);
    }
    for (auto& [language, postings] : languages)
      require_all(postings.take_lists(), {portion.id, language});
  }

  void require_all(const LanguageLists& lists, const ListPlace& place) {
    std::string form;
    std::optional<PostingCursor> cursor;
    for (const LanguageLists::Piece& piece : lists.pieces) {
      if (!cursor || lists.forms[piece.form] != form) {
        form = lists.forms[piece.form];
        cursor.emplace(place, form);
      }
      PostingReader expected(piece.first, std::string(lists.data_of(piece)));
      while (faults_.size() < most_ && expected.next())
        if (!has(*cursor, expected))
          faults_.push_back("search index: row " + std::to_string(expected.row()) +
                            " is not found by “" + form + "”");
    }
  }

  bool has(PostingCursor& cursor, const PostingReader& expected) {
    if (cursor.seek(lists_, expected.row()) != expected.row()) return false;
    return std::ranges::all_of(expected.words(), [&](std::uint32_t word) {
      return std::ranges::find(cursor.words(), word) != cursor.words().end();
    });
  }

  std::vector<IndexPortion> portions_;
  RowRanges later_;
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
