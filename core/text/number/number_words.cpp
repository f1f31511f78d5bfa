#include "text/number/number_words.hpp"

#include "text/fold.hpp"
#include "text/made_of_languages.hpp"
#include "text/number/reader.hpp"
#include "text/table.hpp"
#include "text_data.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 20> number_part_names{
    "add",         "bound",        "times",      "times_alone", "scale",
    "scale_alone", "ordinal",      "link",       "suffix",      "digit",
    "counter",     "ordinal_mark", "vague",      "half",        "one_and_half",
    "part",        "part_alone",   "part_twice", "share_noun",  "division"};

std::uint64_t value_from(std::string_view digits) {
  std::uint64_t value = 0;
  (void)std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

NumberWords::NumberWords(Language language) {
  // An Arabic number may follow "and", a preposition or the article in one word.
  if (language.primary() == "ar")
    for (const std::string_view prefix : {"و", "ب", "ل", "ا"})
      first_letters_.add(prefix);
  for (const auto& row : rows_of_language(embedded::number_words_tsv, language)) {
    const std::string_view kind = row.at(0);
    const std::string_view phrase = row.at(2);
    if (kind == "never") {
      never_.insert(folded(phrase));
      continue;
    }
    if (kind == "compound") {
      for (const std::string_view stem : parts_of(phrase, ' '))
        compounds_.emplace_back(folded(stem));
      continue;
    }
    if (add_phrase(kind, phrase)) continue;
    const auto* const name = std::ranges::find(number_part_names, kind);
    assert(name != number_part_names.end());
    const auto part = static_cast<NumberPart>(name - number_part_names.begin());
    for (const std::string_view word : parts_of(phrase, ' ')) {
      if (part == NumberPart::counter) {
        counters_.emplace_back(word);
      } else if (part == NumberPart::division && language.spaceless()) {
        divisions_.emplace_back(word);
      } else {
        // A word may be listed as an ordinal and as its suffix: the first one counts.
        const auto [known, is_new] =
            words_.emplace(folded(word), NumberWord{part, value_from(row[1])});
        first_letters_.add(known->first);
      }
    }
  }
}

bool NumberWords::add_phrase(std::string_view kind, std::string_view phrase) {
  if (kind == "and_half") {
    std::vector<std::string> words;
    for (const std::string_view word : parts_of(phrase, ' '))
      words.push_back(folded(word));
    and_halves_.push_back(std::move(words));
    return true;
  }
  std::vector<std::string>* const phrases = kind == "minus_before"   ? &minus_before_
                                            : kind == "minus_behind" ? &minus_behind_
                                            : kind == "no_minus"     ? &no_minus_
                                                                     : nullptr;
  if (phrases == nullptr) return false;
  for (const std::string_view one : parts_of(phrase, '|'))
    phrases->emplace_back(one);
  return true;
}

const NumberWords& NumberWords::of(Language language) {
  return made_of<NumberWords>(language);
}

std::optional<NumberWord> NumberWords::find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<NumberWord> NumberWords::find_folded(std::string_view word) const {
  return may_begin(word) ? find(folded(word)) : std::nullopt;
}

bool NumberWords::no_number(std::string_view before, std::string_view word) const {
  return !never_.empty() && never_.contains(std::string(before) + ' ' + std::string(word));
}

std::size_t NumberWords::and_half(const NumberText& text, std::size_t first) const {
  for (const auto& phrase : and_halves_) {
    if (first + phrase.size() > text.words.size()) continue;
    std::size_t at = first;
    if (std::ranges::all_of(phrase, [&](const std::string& word) {
          return folded(text.word(at++)) == word;
        }))
      return phrase.size();
  }
  return 0;
}

bool NumberWords::is_negative(std::string_view text, ByteRange number) const {
  const auto ends = [&](const std::string& phrase) {
    const std::string_view before = text.substr(0, number.begin);
    return before.ends_with(phrase) || before.ends_with(phrase + ' ');
  };
  if (std::ranges::any_of(minus_before_, ends))
    return std::ranges::none_of(no_minus_, ends);
  constexpr std::size_t reach = 80;  // bytes: "градусов Цельсия ниже нуля"
  const std::string_view behind = text.substr(number.end, reach);
  return std::ranges::any_of(minus_behind_, [&](const std::string& phrase) {
    const std::size_t at = behind.find(phrase);
    // Another number or the end of a clause between them parts the two.
    return at != std::string_view::npos &&
           behind.substr(0, at).find_first_of("0123456789,;.(") == std::string_view::npos;
  });
}

bool NumberWords::divides_before(std::string_view text, std::size_t begin) const {
  return std::ranges::any_of(divisions_, [&](const std::string& division) {
    return text.substr(0, begin).ends_with(division);
  });
}

}  // namespace hexapla
