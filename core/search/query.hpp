#pragma once

#include "text/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// How a word of a query stands for words of a text.
enum class WordMatch : std::uint8_t {
  inflections,  ///< The word in any of its forms; Arabic also after particles.
  exact,        ///< This form only, whatever the letter case and vowel signs.
  prefix,       ///< Every word that begins so.
};

struct QueryWord {
  std::string text;  ///< As the query has it.
  WordKind kind = WordKind::letters;
  WordMatch match = WordMatch::inflections;

  friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

/// One thing that a text must have: words that follow one another, or a regular expression.
struct QueryPart {
  std::vector<QueryWord> words;
  std::string pattern;    ///< A regular expression; empty for words.
  std::size_t begin = 0;  ///< Where the part begins in the query, in bytes.

  friend bool operator==(const QueryPart&, const QueryPart&) = default;
};

/// All of it must be found in one text, in any order.
struct Query {
  std::string text;
  std::vector<QueryPart> parts;
};

/// Reads a query:
///   crime war        both words, in any form
///   "war crime"      these words in this order, nothing but marks between them
///   战争罪           the same, since its characters are words without spaces
///   crim*            words that begin so
///   =crimes          this form only; also ="war crimes"
///   /cri(me|sis)/    an ICU regular expression
/// Errors: Fault::malformed naming the character (from 1) where it goes wrong.
[[nodiscard]] Query parse_query(std::string_view text);

}  // namespace hexapla
