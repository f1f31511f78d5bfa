#pragma once

// Private to core/corpus/: the texts of single rows, for the search.

#include "corpus/database/sqlite.hpp"
#include "corpus/tables/row_texts.hpp"
#include "corpus/tables/works.hpp"
#include "corpus/work.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hexapla {

/// What a row says in one language.
struct SearchText {
  std::int64_t language_number = 0;  ///< Or LanguageNumbers::unnumbered.
  Language language;
  std::string text;
};

/// Reads texts row by row, whichever kind of work they belong to.
class SearchTexts {
 public:
  explicit SearchTexts(const sqlite::Connection& connection);

  /// The texts of a row as they are now, in their order; none when there is no such row.
  [[nodiscard]] std::vector<SearchText> of_row(std::int64_t row);

  /// The first row after `row`; nullopt at the end.
  [[nodiscard]] std::optional<std::int64_t> row_behind(std::int64_t row);

 private:
  const sqlite::Connection& connection_;
  LanguageNumbers languages_;
  std::map<std::int64_t, RowTexts> documents_;  ///< Of the last works, by their ids.
  sqlite::Statement work_of_row_;
  sqlite::Statement cells_;
  sqlite::Statement row_behind_;
};

}  // namespace hexapla
