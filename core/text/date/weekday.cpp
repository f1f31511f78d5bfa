#include "text/date/date.hpp"
#include "text/date/date_words.hpp"

#include <algorithm>
#include <array>
#include <chrono>

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
  const std::chrono::year_month_day day{std::chrono::year{*date.year},
                                        std::chrono::month{date.month},
                                        std::chrono::day{*date.day}};
  if (!day.ok()) return std::nullopt;
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return static_cast<std::uint8_t>(weekday.iso_encoding());
}

}  // namespace hexapla
