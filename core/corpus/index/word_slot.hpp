#pragma once

// Private to core/corpus/.

#include "corpus/index/posting_cursor.hpp"
#include "search/query.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// The places of one word of a query in one portion, in whichever forms it is there.
class WordSlot {
 public:
  /// `offset` is the word's number in its part.
  WordSlot(std::vector<PostingCursor> cursors, std::size_t part, std::uint32_t offset,
           std::int64_t places);

  /// Moves to the first row from `target` on. Returns: that row, or no_row.
  std::int64_t seek(PostingLists& lists, std::int64_t target);

  /// Where the part of the query may begin in the present row: numbers of words, ascending.
  /// The span dies at the next call.
  std::span<const std::int64_t> begins();

  [[nodiscard]] std::size_t part() const noexcept { return part_; }
  [[nodiscard]] std::int64_t places() const noexcept { return places_; }

 private:
  std::vector<PostingCursor> cursors_;
  std::size_t part_;
  std::uint32_t offset_;
  std::int64_t places_;
  std::int64_t row_ = 0;
  std::vector<std::int64_t> begins_;
};

/// A language by its number in the file.
struct NumberedLanguage {
  std::int64_t number = 0;
  Language language;
};

/// A slot for each word of the query that the index knows how to find: a text without them
/// all has no hit. Words that would need too many lists, and regular expressions, have
/// none.
[[nodiscard]] std::vector<WordSlot> word_slots(const Query& query, PostingLists& lists,
                                               std::int64_t portion,
                                               const NumberedLanguage& language);

}  // namespace hexapla
