#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"
#include "corpus/index/posting_cursor.hpp"
#include "corpus/index/word_slot.hpp"
#include "search/query.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace hexapla {

/// Rows that may hold a query in one of some languages: all that do, and few that don't.
class CandidateRows {
 public:
  CandidateRows(const sqlite::Connection& connection, Query query,
                std::vector<NumberedLanguage> languages);

  /// The next row, ascending, each once; nullopt at the end.
  std::optional<std::int64_t> next();

 private:
  struct Portion {
    std::int64_t id = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
  };
  /// What one portion holds of one language, and the row where it stands.
  struct Stream {
    Portion portion;
    std::vector<WordSlot> slots;
    std::int64_t row = 0;
  };

  void open_next_portion();
  [[nodiscard]] std::int64_t row_from(std::int64_t target);
  void advance(Stream& stream);
  [[nodiscard]] std::int64_t common_row(Stream& stream, std::int64_t target);
  [[nodiscard]] bool words_follow(Stream& stream) const;

  const sqlite::Connection& connection_;
  PostingLists lists_;
  sqlite::Statement row_from_;
  Query query_;
  std::vector<NumberedLanguage> languages_;
  std::deque<Portion> portions_;  ///< Not opened yet, by their first rows.
  std::vector<Stream> streams_;
};

}  // namespace hexapla
