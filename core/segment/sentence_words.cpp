#include "segment/sentence_words.hpp"

#include "segment_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

namespace hexapla {
namespace {

Abbreviation kind_named(std::string_view name) {
  if (name == "never") return Abbreviation::never;
  if (name == "number") return Abbreviation::number;
  return name == "seldom" ? Abbreviation::seldom : Abbreviation::may;
}

bool is_for(std::string_view row_language, Language language) {
  return row_language == "*" || row_language == language.primary();
}

}  // namespace

SentenceWords::SentenceWords(Language language) {
  for (const auto& row : rows_of_table(embedded::abbreviations_tsv)) {
    if (!is_for(row[0], language)) continue;
    for (const std::string_view word : parts_of(row[2], ' '))
      abbreviations_.insert_or_assign(folded(word), kind_named(row[1]));
  }
  for (const auto& row : rows_of_table(embedded::sentence_words_tsv)) {
    if (!is_for(row[0], language)) continue;
    auto& list = row[1] == "starter" ? starters_ : designators_;
    for (const std::string_view word : parts_of(row[2], ' '))
      list.insert(folded(word));
  }
}

Abbreviation SentenceWords::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(folded(word));
  return found == abbreviations_.end() ? Abbreviation::none : found->second;
}

Abbreviation SentenceWords::abbreviation(std::string_view before,
                                         std::string_view word) const {
  return abbreviation(std::string(before).append(1, '.').append(word));
}

bool SentenceWords::is_starter(std::string_view word) const {
  return starters_.contains(folded(word));
}

bool SentenceWords::is_designator(std::string_view word) const {
  return designators_.contains(folded(word));
}

bool are_initials(std::string_view word) {
  bool letter_before = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t next = next_code_point(word, at);
    const bool letter = is_upper_case(next);
    if (!letter && next != U'.' && next != U'-') return false;
    if (letter && letter_before) return false;
    letter_before = letter;
  }
  return letter_before;
}

}  // namespace hexapla
