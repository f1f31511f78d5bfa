#include "text/date/date.hpp"
#include "text/date/date_words.hpp"

#include <array>
#include <utility>

namespace hexapla {
namespace {

/// Digits of an hour or a minute: one or two.
bool is_short(const DateText& text, std::size_t index) {
  return text.words[index].kind == WordKind::digits &&
         count_code_points(text.word(index)) <= 2;
}

/// 15:30.
bool has_colon_and_minutes(const DateText& text, std::size_t hour) {
  return hour + 2 < text.words.size() && text.word(hour + 1) == ":" && text.glued(hour) &&
         text.glued(hour + 1) && is_short(text, hour + 2);
}

/// The word behind the hour and minutes at `hour`: 3.30, 15/30.
std::size_t behind_minutes(const DateText& text, std::size_t hour) {
  const bool minutes = hour + 2 < text.words.size() && text.glued(hour) &&
                       text.glued(hour + 1) && text.word(hour + 1).size() == 1 &&
                       text.words[hour + 1].kind == WordKind::punctuation &&
                       text.words[hour + 2].kind == WordKind::digits;
  return minutes ? hour + 3 : hour + 1;
}

/// The word behind the minutes of 15 h 30 and 3 时 30 分.
std::size_t behind_late_minutes(const DateText& text, std::size_t next) {
  return next < text.words.size() && is_short(text, next) ? next + 1 : next;
}

/// What is said of the part of the day right before the hour at `first`, among the words up
/// to `next`, or right behind them.
DayPart part_of_day(const DateText& text, const DateWords& table, std::size_t first,
                    std::size_t next) {
  using Named = std::pair<DatePart, DayPart>;
  constexpr std::array<Named, 3> parts{{{DatePart::before_noon, DayPart::before_noon},
                                        {DatePart::after_noon, DayPart::after_noon},
                                        {DatePart::night, DayPart::night}}};
  for (const auto& [words, part] : parts) {
    if (table.ends_before(text, first, words)) return part;
    for (std::size_t at = first + 1; at <= next && at < text.words.size(); ++at)
      if (table.match(text, at, words)) return part;
  }
  return DayPart::unsaid;
}

}  // namespace

std::optional<unsigned> hour_of_day(unsigned hour, DayPart part) {
  constexpr unsigned half_day = 12;
  constexpr unsigned small_hours =
      6;  // the night has 1 to 5 after midnight, 6 to 11 before
  if (hour > half_day) return hour;
  const unsigned on_dial = hour % half_day;
  switch (part) {
    case DayPart::before_noon:
      return on_dial;
    case DayPart::after_noon:
      return on_dial + half_day;
    case DayPart::night:
      return on_dial < small_hours ? on_dial : on_dial + half_day;
    case DayPart::unsaid:
      break;
  }
  return std::nullopt;
}

std::vector<ClockTime> clock_times_in(std::string_view text, Language language) {
  return clock_times_in(text, words_of(text), language);
}

std::vector<ClockTime> clock_times_in(std::string_view text, std::span<const Word> words,
                                      Language language) {
  const DateText source{text, words};
  const DateWords& table = DateWords::of(language);
  std::vector<ClockTime> times;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t next = at + 1;
    bool found = false;
    if (is_short(source, at)) {
      next = behind_minutes(source, at);
      found = has_colon_and_minutes(source, at) ||
              table.ends_before(source, at, DatePart::clock_before);
      const auto marker = next < words.size()
                              ? table.match(source, next, DatePart::clock_after)
                              : std::nullopt;
      if (marker) next = behind_late_minutes(source, marker->next);
      found = found || marker;
    }
    if (found)
      times.push_back({{words[at].range.begin, words[next - 1].range.end},
                       part_of_day(source, table, at, next)});
    at = found ? next : at + 1;
  }
  return times;
}

}  // namespace hexapla
