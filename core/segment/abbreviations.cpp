#include "segment/abbreviations.hpp"

#include "segment_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

namespace hexapla {
namespace {

/// `J`, `U.N`, `т.е`: single letters divided by full stops.
bool are_initials(std::string_view word) {
  bool letter_expected = true;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t next = next_code_point(word, at);
    if (letter_expected ? !is_upper_case(next) : next != U'.') return false;
    letter_expected = !letter_expected;
  }
  return !letter_expected;
}

}  // namespace

Abbreviations::Abbreviations(Language language) {
  for (const auto& row : rows_of_table(embedded::abbreviations_tsv)) {
    if (row[0] != language.primary()) continue;
    const auto end = row[1] == "may" ? AbbreviationEnd::may : AbbreviationEnd::never;
    for (const std::string_view word : parts_of(row[2], ' '))
      ends_.emplace(folded(word), end);
  }
}

AbbreviationEnd Abbreviations::find(std::string_view word) const {
  const auto found = ends_.find(folded(word));
  if (found != ends_.end()) return found->second;
  return are_initials(word) ? AbbreviationEnd::never : AbbreviationEnd::no_abbreviation;
}

}  // namespace hexapla
