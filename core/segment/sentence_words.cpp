#include "segment/sentence_words.hpp"

#include "segment_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <algorithm>

namespace hexapla {
namespace {

Abbreviation kind_named(std::string_view name) {
  if (name == "never") return Abbreviation::never;
  if (name == "number") return Abbreviation::number;
  return name == "seldom" ? Abbreviation::seldom : Abbreviation::may;
}

constexpr char32_t tatweel = 0x0640;  // lengthens a letter

bool is_arabic_letter(char32_t code_point) {
  constexpr char32_t first = 0x0621;
  constexpr char32_t last = 0x064A;
  return code_point >= first && code_point <= last && code_point != tatweel;
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
    for (const std::string_view word : parts_of(row[2], ' ')) {
      if (row[1] == "speech") speech_.push_back(word);
      if (row[1] == "starter") starters_.insert(folded(word));
      if (row[1] == "designator") designators_.insert(folded(word));
    }
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

bool SentenceWords::ends_in_speech(std::string_view clause) const {
  return std::ranges::any_of(speech_,
                             [&](std::string_view word) { return clause.ends_with(word); });
}

bool are_initials(std::string_view word) {
  bool letter_before = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t next = next_code_point(word, at);
    if (next == tatweel && letter_before) continue;  // هـ
    const bool letter = is_upper_case(next) || is_arabic_letter(next);
    if (!letter && next != U'.' && next != U'-') return false;
    if (letter && letter_before) return false;
    letter_before = letter;
  }
  return letter_before;
}

}  // namespace hexapla
