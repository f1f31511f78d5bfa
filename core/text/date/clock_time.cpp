#include "text/code_point.hpp"
#include "text/date/date.hpp"
#include "text/date/date_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

std::optional<unsigned> value_of(std::string_view digits) {
  constexpr std::size_t most_digits = 2;
  if (count_code_points(digits) > most_digits) return std::nullopt;
  unsigned value = 0;
  for (std::size_t at = 0; at < digits.size();)
    value = value * 10 + static_cast<unsigned>(u_charDigitValue(
                             static_cast<UChar32>(next_code_point(digits, at))));
  return value;
}

bool is_digits(const DateText& text, std::size_t index) {
  return index < text.words.size() && text.words[index].kind == WordKind::digits;
}

/// An hour, and the first word after it.
struct Hour {
  unsigned value = 0;
  std::size_t next = 0;
};

/// A number up to 59 in Chinese numerals: 三, 十五, 二十三.
std::optional<Hour> han_number_at(const DateText& text, std::size_t index) {
  const auto digit_at = [&](std::size_t at) -> std::optional<unsigned> {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (at >= text.words.size() || text.words[at].kind != WordKind::han)
      return std::nullopt;
    const char32_t letter = code_point_at(text.text, text.words[at].range.begin);
    if (letter == U'两' || letter == U'兩') return 2;
    const std::size_t found = digits.find(letter);
    return found == std::u32string_view::npos ? std::nullopt
                                              : std::optional(static_cast<unsigned>(found));
  };
  std::size_t at = index;
  auto tens = digit_at(at);
  if (tens) ++at;
  const bool ten = at < text.words.size() && text.word(at) == "十";
  if (!ten) return tens ? std::optional(Hour{*tens, at}) : std::nullopt;
  ++at;
  const auto ones = digit_at(at);
  if (ones) ++at;
  return Hour{tens.value_or(1) * 10 + ones.value_or(0), at};
}

/// The hour in words: الساعة الثالثة, four o’clock, à trois heures, a las tres de la tarde.
std::optional<Hour> named_hour_at(const DateText& text, const DateWords& table,
                                  std::size_t index) {
  if (text.words[index].kind != WordKind::letters) return std::nullopt;
  const auto named = table.match(text, index, DatePart::hour);
  if (!named) return std::nullopt;
  const bool more = named->next < text.words.size();
  // After an hour minutes may come first: las tres y media de la tarde.
  const auto minute =
      more ? table.match(text, named->next, DatePart::minute) : std::nullopt;
  const std::size_t marker = minute ? minute->next : named->next;
  const auto follows = [&](DatePart part) {
    return marker < text.words.size() && table.match(text, marker, part).has_value();
  };
  const bool is_hour = table.ends_before(text, index, DatePart::clock_before) ||
                       follows(DatePart::clock_after) ||
                       (follows(DatePart::clock_unit) &&
                        table.ends_before(text, index, DatePart::clock_article));
  return is_hour ? std::optional(Hour{named->month, named->next}) : std::nullopt;
}

std::optional<unsigned> digital_hour_at(const DateText& text, std::size_t index) {
  constexpr unsigned last_hour = 24;
  if (!is_digits(text, index)) return std::nullopt;
  // The 19 of COVID-19 时 is no hour.
  std::size_t at = text.words[index].range.begin;
  const char32_t before = at == 0 ? U'\0' : previous_code_point(text.text, at);
  if (before == U'-' && is_letter(code_point_before(text.text, at)) &&
      !is_han(code_point_before(text.text, at)))
    return std::nullopt;
  const auto value = value_of(text.word(index));
  return value && *value <= last_hour ? value : std::nullopt;
}

std::optional<unsigned> minute_at(const DateText& text, std::size_t index) {
  constexpr unsigned last_minute = 59;
  if (!is_digits(text, index) || count_code_points(text.word(index)) != 2)
    return std::nullopt;
  const auto value = value_of(text.word(index));
  return value && *value <= last_minute ? value : std::nullopt;
}

/// 下午三时: Chinese numerals are hours only after the part of the day, or with minutes.
std::optional<Hour> han_hour_at(const DateText& text, const DateWords& table,
                                std::size_t index) {
  constexpr unsigned last_hour = 24;
  const auto hour = han_number_at(text, index);
  if (!hour || hour->value > last_hour || hour->next >= text.words.size())
    return std::nullopt;
  if (index > 0 && (text.word(index - 1) == "第" || han_number_at(text, index - 1)))
    return std::nullopt;
  if (table.ends_before(text, index, DatePart::clock_article)) return hour;
  const std::string_view unit = text.word(hour->next);
  const auto minutes = han_number_at(text, hour->next + 1);
  constexpr std::array<std::string_view, 4> units{"时", "点", "時", "點"};
  const bool timed = std::ranges::find(units, unit) != units.end() && minutes &&
                     minutes->next < text.words.size() && text.word(minutes->next) == "分";
  return timed ? hour : std::nullopt;
}

std::optional<Hour> hour_at(const DateText& text, const DateWords& table,
                            std::size_t index) {
  if (const auto value = digital_hour_at(text, index)) return Hour{*value, index + 1};
  if (text.words[index].kind == WordKind::han) return han_hour_at(text, table, index);
  return named_hour_at(text, table, index);
}

/// An hour with its minutes while it is read.
struct Reading {
  std::size_t next = 0;  ///< The first word after it.
  std::optional<unsigned> minute;
  bool by_unit = false;  ///< A clock_unit told: 15 heures, 15.15 horas.
};

/// The minutes of 3.30, 15:30 and 15/30, whose mark is glued to both; `hour` is its last
/// word.
Reading with_minutes(const DateText& text, std::size_t hour) {
  const bool joined = hour + 2 < text.words.size() && text.glued(hour) &&
                      text.glued(hour + 1) && text.word(hour + 1).size() == 1 &&
                      text.words[hour + 1].kind == WordKind::punctuation;
  if (joined)
    if (const auto minute = minute_at(text, hour + 2)) return {hour + 3, minute};
  return {hour + 1, std::nullopt};
}

/// The minutes that words say after the hour or after its unit: heures et demie, والنصف.
Reading with_minutes_in_words(const DateText& text, const DateWords& table, Reading read) {
  if (read.minute || read.next >= text.words.size()) return read;
  const auto words = table.match(text, read.next, DatePart::minute);
  return words ? Reading{words->next, words->month} : read;
}

/// The minutes of 15 h 30, 15 ч. 30 м. and 3 时 30 分, after the marker; 3 点半.
Reading with_late_minutes(const DateText& text, const DateWords& table, std::size_t next,
                          std::optional<unsigned> minute) {
  if (minute) return {next, minute};
  if (const Reading words = with_minutes_in_words(text, table, {next, std::nullopt});
      words.minute)
    return words;
  constexpr unsigned half_hour = 30;
  const bool stop =
      next < text.words.size() && text.word(next) == "." && text.glued(next - 1);
  const std::size_t at = stop ? next + 1 : next;
  if (const auto late = minute_at(text, at)) return {at + 1, late};
  if (at < text.words.size() && text.word(at) == "半") return {at + 1, half_hour};
  // 3 时 5 分 and 10 h 5 say their minutes with one digit.
  const bool ends =
      at + 1 >= text.words.size() || text.words[at + 1].kind == WordKind::punctuation;
  if (is_digits(text, at) &&
      ((text.word(next - 1) == "h" && ends) || (!ends && text.word(at + 1) == "分")))
    if (const auto late = value_of(text.word(at))) return {at + 1, late};
  if (const auto late = han_number_at(text, at);
      late && late->next < text.words.size() && text.word(late->next) == "分")
    return {late->next, late->value};
  return {next, std::nullopt};
}

/// What is said of the part of the day right before the hour at `first`, among the words up
/// to `next`, or right after them.
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

/// The hour at `at` with its minutes, where something says that it is one.
std::optional<Reading> read_time(const DateText& text, const DateWords& table,
                                 std::size_t at, std::size_t behind_hour) {
  Reading read = with_minutes_in_words(text, table, with_minutes(text, behind_hour - 1));
  bool found = (read.minute && text.word(behind_hour) == ":") ||
               table.ends_before(text, at, DatePart::clock_before);
  const bool more = read.next < text.words.size();
  if (const auto marker =
          more ? table.match(text, read.next, DatePart::clock_after) : std::nullopt) {
    read = with_late_minutes(text, table, marker->next, read.minute);
    found = true;
  } else if (const auto unit =
                 more ? table.match(text, read.next, DatePart::clock_unit) : std::nullopt;
             unit &&
             (read.minute || table.ends_before(text, at, DatePart::clock_article))) {
    read = with_late_minutes(text, table, unit->next, read.minute);
    read.by_unit = true;
    found = true;
  }
  return found ? std::optional(read) : std::nullopt;
}

/// 3 h 15 and 3 ч. 15 м. are in the night: with minutes, these languages count to 24; in
/// French and Spanish so does who says 8 heures, 8.00 horas.
bool counts_to_24(Language language, const Reading& read) {
  if (language == languages::fr || language == languages::es)
    return read.by_unit || (read.minute && language == languages::fr);
  return read.minute && language == languages::ru;
}

/// 50/17 for 17/50: Arabic text may have the minutes first, in the order of its script.
std::optional<ClockTime> reversed_time_at(const DateText& text, const DateWords& table,
                                          std::size_t at) {
  constexpr unsigned last_hour = 24;
  if (at + 2 >= text.words.size() || text.words[at].kind != WordKind::digits ||
      text.word(at + 1) != "/" || !text.glued(at) || !text.glued(at + 1) ||
      !table.ends_before(text, at, DatePart::clock_before))
    return std::nullopt;
  const auto minute = minute_at(text, at);
  const auto hour = digital_hour_at(text, at + 2);
  // Ten past midnight is rarely said, ten o’clock is: 00/10.
  const bool is_full_hour = minute == 0U && hour.value_or(0) != 0;
  if (!minute || !hour || (*minute <= last_hour && !is_full_hour)) return std::nullopt;
  ClockTime time;
  time.range = {text.words[at].range.begin, text.words[at + 2].range.end};
  time.hour = static_cast<std::uint8_t>(*hour);
  time.minute = static_cast<std::uint8_t>(*minute);
  return time;
}

struct NamedTime {
  ClockTime time;
  std::size_t next = 0;  ///< The first word after it.
};

/// Noon and midnight, which need no hour. Beside one they only say of which half of the day
/// it is: 中午12时, 12 noon.
std::optional<NamedTime> named_time_at(const DateText& text, const DateWords& table,
                                       std::size_t at, const ClockTime* before) {
  const WordKind kind = text.words[at].kind;
  if (kind != WordKind::letters && kind != WordKind::han) return std::nullopt;
  const auto named = table.match(text, at, DatePart::named_time);
  if (!named) return std::nullopt;
  constexpr std::size_t nearby = 8;  // bytes: a blank and a short word
  const ByteRange range{text.words[at].range.begin, text.words[named->next - 1].range.end};
  const bool beside_hour =
      (before && range.begin - before->range.end <= nearby) ||
      (named->next < text.words.size() && hour_at(text, table, named->next));
  // Après-midi is another time.
  const bool is_part = at > 0 && text.glued(at - 1) && text.word(at - 1) == "-";
  if (beside_hour || is_part) return std::nullopt;
  NamedTime found{{}, named->next};
  found.time.range = range;
  found.time.hour = named->month;
  if (found.time.hour > 0) found.time.part = DayPart::after_noon;
  return found;
}

}  // namespace

std::optional<unsigned> hour_of_day(unsigned hour, DayPart part) {
  constexpr unsigned half_day = 12;
  constexpr unsigned small_hours =
      6;  // the night has 1 to 5 after midnight, 6 to 11 before
  if (hour > half_day || hour == 0) return hour;
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
    if (auto time = reversed_time_at(source, table, at)) {
      times.push_back(*time);
      at += 3;
      continue;
    }
    const auto hour = hour_at(source, table, at);
    const auto read = hour ? read_time(source, table, at, hour->next) : std::nullopt;
    if (!read) {
      const ClockTime* const before = times.empty() ? nullptr : &times.back();
      const auto named = named_time_at(source, table, at, before);
      if (named) times.push_back(named->time);
      at = named ? named->next : at + 1;
      continue;
    }
    ClockTime time;
    time.range = {words[at].range.begin, words[read->next - 1].range.end};
    time.part = part_of_day(source, table, at, read->next);
    time.hour = static_cast<std::uint8_t>(hour->value);
    if (read->minute) time.minute = static_cast<std::uint8_t>(*read->minute);
    constexpr unsigned noon = 12;
    if (time.part == DayPart::unsaid && words[at].kind == WordKind::digits &&
        counts_to_24(language, *read) && time.hour <= noon)
      time.part = time.hour < noon ? DayPart::before_noon : DayPart::after_noon;
    times.push_back(time);
    at = read->next;
  }
  return times;
}

}  // namespace hexapla
