#pragma once

#include "corpus/stored_unit.hpp"
#include "search/query.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hexapla {

/// A query for the texts of one language.
struct SideQuery {
  Language language;
  Query query;
};

/// Which rows a search looks at. What is empty asks for nothing.
struct RowFilter {
  std::string work;    ///< Name of a work, or its symbol.
  std::string symbol;  ///< The beginning of a work's symbol.
  std::string since;   ///< 2020, 2020-11 or 2020-11-03, as of the work; it counts itself.
  std::string until;
  double least_confidence = 0;
  double most_confidence = 1;
  std::optional<Verdict> verdict;
};

/// What is looked for. A language finds its regional forms too: `zh` finds `zh-Hant`.
struct Search {
  Query query;
  std::optional<Language> language;  ///< In which the query must be found; nullopt: in any.
  std::vector<SideQuery> has;        ///< What the row must say in other languages.
  std::vector<SideQuery> lacks;      ///< What it must not say, though it says something.
  RowFilter filter;
};

/// Where a hit is in a variant of its unit.
struct SearchSpot {
  std::size_t variant = 0;
  std::vector<ByteRange> ranges;  ///< In its text; in order, without overlaps.

  friend bool operator==(const SearchSpot&, const SearchSpot&) = default;
};

/// A sentence that rows shall be like; SimilarSentence says how like.
struct SimilarSearch {
  std::string sentence;
  Language language;
  std::uint32_t least = 70;  ///< Percent; from 1.
  std::size_t most = 10;     ///< Hits; from 1.
  RowFilter filter;
};

struct SimilarHit {
  StoredUnit stored;
  std::size_t variant = 0;  ///< The one that is alike.
  std::uint32_t score = 0;  ///< Percent.
};

/// True when a text in `found` is one in `asked`, which may name a wider language.
[[nodiscard]] inline bool is_form_of(Language found, Language asked) noexcept {
  return found == asked ||
         (asked.tag() == asked.primary() && found.primary() == asked.primary());
}

struct SearchHit {
  StoredUnit stored;
  std::vector<SearchSpot> spots;  ///< Of the query; at least one.
};

}  // namespace hexapla
