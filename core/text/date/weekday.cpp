#include "text/date/date.hpp"
#include "text/date/date_words.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

/// Beside the day of a month: среда, 30 августа; 30日(周三); الأربعاء 30 آب.
bool stands_by_figures(const DateText& text, std::size_t first, std::size_t next) {
  const auto is_digits = [&](std::size_t index) {
    return index < text.words.size() && text.words[index].kind == WordKind::digits;
  };
  const auto is_comma = [&](std::size_t index) {
    return index < text.words.size() &&
           (text.word(index) == "," || text.word(index) == "،" || text.word(index) == "(");
  };
  if (is_digits(next) || (is_comma(next) && is_digits(next + 1))) return true;
  return first > 0 && is_digits(first - 1);
}

/// 周一次: weeks are counted, no day is named.
bool counts_weeks(std::string_view rest) {
  constexpr std::array<std::string_view, 7> counted{"次", "天", "个", "期",
                                                    "年", "岁", "届"};
  return std::ranges::any_of(counted,
                             [&](std::string_view word) { return rest.starts_with(word); });
}

}  // namespace

std::vector<Weekday> weekdays_in(std::string_view text, std::span<const Word> words,
                                 Language language) {
  const DateText source{text, words};
  const DateWords& table = DateWords::of(language);
  std::vector<Weekday> days;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].kind != WordKind::letters && words[at].kind != WordKind::han) continue;
    auto named = table.match(source, at, DatePart::weekday);
    if (!named) {
      named = table.match(source, at, DatePart::doubtful_weekday);
      if (!named) continue;
      const bool counted = words[at].kind == WordKind::han &&
                           counts_weeks(text.substr(words[named->next - 1].range.end));
      if (counted || (!stands_by_figures(source, at, named->next) &&
                      !table.ends_before(source, at, DatePart::before_weekday)))
        continue;
    }
    days.push_back(
        {{words[at].range.begin, words[named->next - 1].range.end}, named->month});
    at = named->next - 1;
  }
  return days;
}

std::optional<std::uint8_t> weekday_of(const Date& date) {
  if (!date.year || !date.day) return std::nullopt;
  const unsigned year = *date.year;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30,
                                             31, 31, 30, 31, 30, 31};
  const std::size_t month = date.month - 1U;
  const unsigned length = lengths.at(month) + (leap && date.month == 2 ? 1 : 0);
  if (*date.day < 1 || *date.day > length) return std::nullopt;
  unsigned days = *date.day;  // of the year up to and with this one
  for (std::size_t before = 0; before < month; ++before)
    days += lengths.at(before) + (leap && before == 1 ? 1 : 0);
  // 1 January of the year 1 was a Monday, and every year of 365 days moves on by one.
  const unsigned passed = year - 1;
  constexpr unsigned week = 7;
  const unsigned shift = passed + passed / 4 - passed / 100 + passed / 400 + days - 1;
  return static_cast<std::uint8_t>(shift % week + 1);
}

}  // namespace hexapla
