#pragma once

// Private to date*.cpp: the words of dates.tsv.

#include "text/lookup/first_letters.hpp"
#include "text/language.hpp"
#include "text/words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A text with its words, under which phrases of the table are looked up.
struct DateText {
  std::string_view text;
  std::span<const Word> words;

  [[nodiscard]] std::string_view word(std::size_t index) const {
    return words[index].range.of(text);
  }
  /// True when nothing is between word `index` and the next one.
  [[nodiscard]] bool glued(std::size_t index) const {
    return words[index].range.end == words[index + 1].range.begin;
  }
};

enum class DatePart : std::uint8_t {
  month,
  of,
  list,
  clock_before,
  clock_after,
  before_noon,
  after_noon,
  night,
  clock_article,
  clock_unit,
  before_month,
  weekday,
  doubtful_weekday,
  before_weekday,
  hour,
  minute,
  named_time
};
inline constexpr std::size_t date_parts = 17;

/// The date words of one language.
class DateWords {
 public:
  /// Made once for each official language; empty for others. Lives as long as the program.
  [[nodiscard]] static const DateWords& of(Language language);

  struct Match {
    std::uint8_t month = 0;  ///< Or the day of the week, the hour, the minute.
    std::size_t next = 0;    ///< The first word after the phrase.
  };
  /// The longest phrase of that kind whose first word is `first`.
  [[nodiscard]] std::optional<Match> match(const DateText& text, std::size_t first,
                                           DatePart part) const;
  /// True when a phrase of that kind ends right before word `index`.
  [[nodiscard]] bool ends_before(const DateText& text, std::size_t index,
                                 DatePart part) const;

  explicit DateWords(Language language);

 private:
  struct Phrase {
    std::vector<std::string> words;  ///< folded().
    std::uint8_t month = 0;
  };
  [[nodiscard]] static bool is_at(const DateText& text, std::size_t first,
                                  const Phrase& phrase);
  std::array<std::vector<Phrase>, date_parts>
      phrases_;  ///< By DatePart, the longest first.
  std::array<FirstLetters, date_parts> first_words_;
  std::array<FirstLetters, date_parts> last_words_;
};

}  // namespace hexapla
