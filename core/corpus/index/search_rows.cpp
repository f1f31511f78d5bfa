#include "corpus/index/search_rows.hpp"

#include "corpus/index/candidate_rows.hpp"
#include "corpus/index/row_filter.hpp"
#include "corpus/index/search_texts.hpp"
#include "corpus/tables/units.hpp"
#include "search/text_matcher.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace hexapla {
namespace {

/// A query with a matcher for each language that it meets.
class LanguageMatchers {
 public:
  explicit LanguageMatchers(const Query& query) : query_(query) {}

  [[nodiscard]] std::optional<std::vector<ByteRange>> find(const SearchText& text) {
    return matchers_.try_emplace(text.language, query_, text.language)
        .first->second.find(text.text);
  }

 private:
  const Query& query_;
  std::map<Language, TextMatcher> matchers_;
};

/// What is asked of other sides of a row.
class SideCheck {
 public:
  explicit SideCheck(const SideQuery& side) : language_(side.language), find_(side.query) {}

  enum class Answer : std::uint8_t { silent, says, says_not };
  [[nodiscard]] Answer of(const std::vector<SearchText>& texts) {
    Answer answer = Answer::silent;
    for (const SearchText& text : texts) {
      if (!is_form_of(text.language, language_)) continue;
      if (find_.find(text)) return Answer::says;
      answer = Answer::says_not;
    }
    return answer;
  }

 private:
  Language language_;
  LanguageMatchers find_;
};

class RowSearch {
 public:
  RowSearch(const sqlite::Connection& connection, const Search& search)
      : search_(search), texts_(connection), find_(search.query) {
    for (const SideQuery& side : search.has)
      has_.emplace_back(side);
    for (const SideQuery& side : search.lacks)
      lacks_.emplace_back(side);
  }

  /// Where the query is in the row; empty when the row is no hit.
  std::vector<SearchSpot> spots_in(std::int64_t row) {
    const std::vector<SearchText> texts = texts_.of_row(row);
    std::vector<SearchSpot> spots;
    for (std::size_t variant = 0; variant < texts.size(); ++variant) {
      if (search_.language && !is_form_of(texts[variant].language, *search_.language))
        continue;
      if (auto ranges = find_.find(texts[variant]))
        spots.push_back({variant, std::move(*ranges)});
    }
    if (spots.empty()) return spots;
    using Answer = SideCheck::Answer;
    const auto says = [&](SideCheck& side) { return side.of(texts) == Answer::says; };
    const auto lacks = [&](SideCheck& side) { return side.of(texts) == Answer::says_not; };
    if (!std::ranges::all_of(has_, says) || !std::ranges::all_of(lacks_, lacks))
      spots.clear();
    return spots;
  }

 private:
  const Search& search_;
  SearchTexts texts_;
  LanguageMatchers find_;
  std::vector<SideCheck> has_;
  std::vector<SideCheck> lacks_;
};

}  // namespace

std::vector<NumberedLanguage> languages_of_search(const sqlite::Connection& connection,
                                                  std::optional<Language> asked) {
  sqlite::Statement row(connection, "SELECT number, tag FROM language ORDER BY number");
  std::vector<NumberedLanguage> languages;
  while (row.step()) {
    const auto language = Language::from(row.text(1));
    if (language && (!asked || is_form_of(*language, *asked)))
      languages.push_back({row.integer(0), *language});
  }
  return languages;
}

void search_rows(const sqlite::Connection& connection, const Search& search,
                 const std::function<bool(const SearchHit&)>& take) {
  RowChecker checker(connection, search.filter);
  RowSearch rows(connection, search);
  StoredRows units(connection);
  CandidateRows candidates(connection, search.query,
                           languages_of_search(connection, search.language));
  while (const auto row = candidates.next()) {
    if (!checker.passes(*row)) continue;
    std::vector<SearchSpot> spots = rows.spots_in(*row);
    if (spots.empty()) continue;
    if (!take({units.read(*row), std::move(spots)})) return;
  }
}

}  // namespace hexapla
