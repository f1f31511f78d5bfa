#include "segment/abbreviations.hpp"

#include "segment_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::string_view cut_at(std::string_view& rest, char border) {
  const std::string_view part = rest.substr(0, rest.find(border));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

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
  std::string_view tsv = embedded::abbreviations_tsv;
  while (!tsv.empty()) {
    std::string_view row = cut_at(tsv, '\n');
    if (row.starts_with('#') || cut_at(row, '\t') != language.primary()) continue;
    const auto end =
        cut_at(row, '\t') == "may" ? AbbreviationEnd::may : AbbreviationEnd::never;
    while (!row.empty()) ends_.emplace(folded(cut_at(row, ' ')), end);
  }
}

AbbreviationEnd Abbreviations::find(std::string_view word) const {
  const auto found = ends_.find(folded(word));
  if (found != ends_.end()) return found->second;
  return are_initials(word) ? AbbreviationEnd::never : AbbreviationEnd::no_abbreviation;
}

}  // namespace hexapla
