#pragma once

#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// A day, or a month, as it is in running text. What is not written there is absent.
struct Date {
  ByteRange range;
  std::optional<std::uint16_t> year;
  std::uint8_t month = 0;           ///< 1..12.
  std::optional<std::uint8_t> day;  ///< 1..31.

  friend bool operator==(const Date&, const Date&) = default;
};

/// The dates of `text` in order: `17 October 2020`, `1er octobre`, `2020 年 10 月 17 日`,
/// `17 تشرين الأول/أكتوبر 2020`, `2020-10-17`, `17.10.2020`. A month alone is a date only
/// with a year, or in Chinese, where it is written with a number. In `4 and 11 October
/// 2020` both days have the month and the year. A year alone is none. Units: bytes from the
/// start of `text`, which is valid UTF-8. Source: core/text/dates.tsv; day before month in
/// `3/4/2020`, as the United Nations write.
[[nodiscard]] std::vector<Date> dates_in(std::string_view text, Language language);
/// The same for who has words_of(text) already.
[[nodiscard]] std::vector<Date> dates_in(std::string_view text, std::span<const Word> words,
                                         Language language);

/// Months that are in `text` by name outside `dates`, which are its dates_in(), as dates
/// without day and year: `early May`. Names that are words as well (may, mars) count only
/// after what goes before months. Chinese has none: its months are dates.
[[nodiscard]] std::vector<Date> bare_months_in(std::string_view text,
                                               std::span<const Word> words,
                                               Language language,
                                               std::span<const Date> dates);

/// A day of the week.
struct Weekday {
  ByteRange range;
  std::uint8_t day = 0;  ///< 1 (Monday) to 7.

  friend bool operator==(const Weekday&, const Weekday&) = default;
};

/// The days of the week in `text`, in order. Names that are words as well (среда, الأربعاء)
/// count only beside a date or after what goes before days. Source: core/text/dates.tsv.
[[nodiscard]] std::vector<Weekday> weekdays_in(std::string_view text,
                                               std::span<const Word> words,
                                               Language language);

/// The day of the week, 1 (Monday) to 7, of a date in the Gregorian calendar; nothing for a
/// date without year or day.
[[nodiscard]] std::optional<std::uint8_t> weekday_of(const Date& date);

/// Which part of the day an hour is said to be of.
enum class DayPart : std::uint8_t {
  unsaid,
  before_noon,
  after_noon,
  night,  ///< 深夜 1 时 is before noon, 11 часов ночи after it.
};

/// An hour of the clock, with its marker words.
struct ClockTime {
  ByteRange range;
  DayPart part = DayPart::unsaid;
  std::uint8_t hour = 0;               ///< As it is written, 0..24.
  std::optional<std::uint8_t> minute;  ///< 0..59; nothing when only the hour is said.

  friend bool operator==(const ClockTime&, const ClockTime&) = default;
};

/// The hours of the clock in `text`, in order: `1 a.m.`, `15:30`, `1 时`, `15 h 30`, `a las
/// 15.15 horas`. Hours that could as well be durations (15 hours) are left out. Source:
/// core/text/dates.tsv.
[[nodiscard]] std::vector<ClockTime> clock_times_in(std::string_view text,
                                                    Language language);
/// The same for who has words_of(text) already.
[[nodiscard]] std::vector<ClockTime> clock_times_in(std::string_view text,
                                                    std::span<const Word> words,
                                                    Language language);

/// The hour from 0 to 23 that `hour` of the clock is in that part of the day.
/// Returns: nothing where either half of the day may be meant.
[[nodiscard]] std::optional<unsigned> hour_of_day(unsigned hour, DayPart part);

}  // namespace hexapla
