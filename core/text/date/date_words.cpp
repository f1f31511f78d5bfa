#include "text/date/date_words.hpp"

#include "text/fold.hpp"
#include "text/made_of_languages.hpp"
#include "text/table.hpp"
#include "text_data.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <functional>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, date_parts> part_names{"month",
                                                              "of",
                                                              "list",
                                                              "clock_before",
                                                              "clock_after",
                                                              "before_noon",
                                                              "after_noon",
                                                              "night",
                                                              "clock_article",
                                                              "clock_unit",
                                                              "before_month",
                                                              "weekday",
                                                              "doubtful_weekday",
                                                              "before_weekday",
                                                              "hour",
                                                              "minute",
                                                              "named_time"};

std::vector<std::string> folded_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (const Word& word : words_of(phrase))
    words.push_back(folded(word.range.of(phrase)));
  return words;
}

}  // namespace

DateWords::DateWords(Language language) {
  for (const auto& row : rows_of_language(embedded::dates_tsv, language)) {
    const auto* const name = std::ranges::find(part_names, row.at(0));
    assert(name != part_names.end());
    std::uint8_t month = 0;
    (void)std::from_chars(row.at(1).data(), row[1].data() + row[1].size(), month);
    const auto part = static_cast<std::size_t>(name - part_names.begin());
    for (const std::string_view phrase : parts_of(row.at(2), '|')) {
      phrases_.at(part).push_back({folded_words(phrase), month});
      const auto& words = phrases_.at(part).back().words;
      first_words_.at(part).add(words.front());
      last_words_.at(part).add(words.back());
    }
  }
  for (auto& phrases : phrases_)
    std::ranges::stable_sort(phrases, std::greater{},
                             [](const Phrase& phrase) { return phrase.words.size(); });
}

const DateWords& DateWords::of(Language language) {
  return made_of<DateWords>(language);
}

/// Whether the words of the phrase are those of the text from word `first` on.
bool DateWords::is_at(const DateText& text, std::size_t first, const Phrase& phrase) {
  if (first + phrase.words.size() > text.words.size()) return false;
  return std::ranges::all_of(phrase.words, [&](const std::string& word) {
    return folded(text.word(first++)) == word;
  });
}

std::optional<DateWords::Match> DateWords::match(const DateText& text, std::size_t first,
                                                 DatePart part) const {
  const auto& phrases = phrases_.at(static_cast<std::size_t>(part));
  if (phrases.empty() || first >= text.words.size()) return std::nullopt;
  if (!first_words_.at(static_cast<std::size_t>(part)).may_begin(text.word(first)))
    return std::nullopt;
  const std::string head = folded(text.word(first));
  for (const Phrase& phrase : phrases)
    if (phrase.words.front() == head && is_at(text, first, phrase))
      return Match{phrase.month, first + phrase.words.size()};
  return std::nullopt;
}

bool DateWords::ends_before(const DateText& text, std::size_t index, DatePart part) const {
  const auto& phrases = phrases_.at(static_cast<std::size_t>(part));
  if (phrases.empty() || index == 0) return false;
  if (!last_words_.at(static_cast<std::size_t>(part)).may_begin(text.word(index - 1)))
    return false;
  const std::string last = folded(text.word(index - 1));
  return std::ranges::any_of(phrases, [&](const Phrase& phrase) {
    return phrase.words.size() <= index && phrase.words.back() == last &&
           is_at(text, index - phrase.words.size(), phrase);
  });
}

}  // namespace hexapla
