#include "check/rules/rules.hpp"
#include "text/date/date_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace hexapla {
namespace {

/// A number in the place of the day of a month, be there such a day or not: 17 March, 50
/// March.
struct DayInMonth {
  std::uint8_t month = 0;
  std::string value;
  ByteRange range;  ///< Of the date, or of the number.
};

/// The month of 50 March, 41 de enero, January 41, 3月50日 beside a number that is no day.
std::optional<std::uint8_t> month_beside(const ParsedCell& side, const Number& number) {
  const auto blank_end = [&](std::size_t at) {
    while (at > 0 && side.text[at - 1] == ' ')
      --at;
    return at;
  };
  const DateText text{side.text, side.words};
  const DateWords& table = DateWords::of(side.language());
  const auto behind = static_cast<std::size_t>(
      std::ranges::lower_bound(side.words, number.range.end, {},
                               [](const Word& word) { return word.range.begin; }) -
      side.words.begin());
  if (side.language().primary() == "zh") {
    constexpr std::array<std::string_view, 3> units{"日", "号", "號"};
    const bool is_day = behind < side.words.size() &&
                        std::ranges::find(units, text.word(behind)) != units.end();
    const std::size_t end = blank_end(number.range.begin);
    const auto month = std::ranges::find_if(
        side.dates, [&](const Date& date) { return !date.day && date.range.end == end; });
    return is_day && month != side.dates.end() ? std::optional(month->month) : std::nullopt;
  }
  auto at = behind;
  if (const auto of = table.match(text, at, DatePart::of)) at = of->next;
  if (const auto month = table.match(text, at, DatePart::month)) return month->month;
  const auto first = static_cast<std::size_t>(
      std::ranges::lower_bound(side.words, number.range.begin, {},
                               [](const Word& word) { return word.range.begin; }) -
      side.words.begin());
  if (side.language() != languages::en || first == 0) return std::nullopt;
  const auto month = table.match(text, first - 1, DatePart::month);
  return month && month->next == first ? std::optional(month->month) : std::nullopt;
}

/// The numbers of a side: those in the place of days, and the others.
struct DaysAndNumbers {
  std::vector<DayInMonth> days;
  std::vector<const Number*> numbers;

  [[nodiscard]] std::ptrdiff_t times(const DayInMonth& wanted) const {
    return std::ranges::count_if(days, [&](const DayInMonth& day) {
      return day.month == wanted.month && day.value == wanted.value;
    });
  }
  [[nodiscard]] std::ptrdiff_t times(const std::string& value) const {
    return std::ranges::count_if(
        numbers, [&](const Number* number) { return number->value == value; });
  }
  [[nodiscard]] const Number* find(const std::string& value) const {
    const auto found = std::ranges::find_if(
        numbers, [&](const Number* number) { return number->value == value; });
    return found == numbers.end() ? nullptr : *found;
  }
};

DaysAndNumbers days_and_numbers(const ParsedCell& side) {
  DaysAndNumbers result;
  for (const Date& date : side.dates)
    if (date.day)
      result.days.push_back({date.month, std::to_string(*date.day), date.range});
  for (const Number& number : side.numbers) {
    const auto month =
        number.in_words || number.fraction ? std::nullopt : month_beside(side, number);
    if (month)
      result.days.push_back({*month, number.value, number.range});
    else
      result.numbers.push_back(&number);
  }
  return result;
}

Finding exchanged_finding(const CellPair& pair, const std::array<ByteRange, 2>& source,
                          const std::array<ByteRange, 2>& target) {
  constexpr double certainty = 0.95;
  Finding finding = make_finding(Rule::number, pair, certainty);
  finding.source = spots_of(*pair.source.cell, std::vector(source.begin(), source.end()));
  finding.target = spots_of(*pair.target.cell, std::vector(target.begin(), target.end()));
  finding.message = in_quotes(pair.target.at(target[0])) + " and " +
                    in_quotes(pair.target.at(target[1])) +
                    " have changed places: see the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

/// What stands in the month of `day` in its place and is not in the source.
const DayInMonth* in_place_of(const DayInMonth& day, const DaysAndNumbers& source,
                              const DaysAndNumbers& target) {
  const auto found = std::ranges::find_if(target.days, [&](const DayInMonth& other) {
    return other.month == day.month && source.times(other) == 0;
  });
  return found == target.days.end() ? nullptr : &*found;
}

/// 50 March ... 23 cases for 3月23日 ... 50例: the day is a number there, the number a day.
std::optional<Finding> exchanged_with_number(const CellPair& pair, const DayInMonth& day,
                                             const DayInMonth& instead,
                                             const DaysAndNumbers& source,
                                             const DaysAndNumbers& target) {
  const Number* const number = source.find(instead.value);
  const Number* const moved = target.find(day.value);
  if (number == nullptr || moved == nullptr ||
      source.times(instead.value) <= target.times(instead.value) ||
      target.times(day.value) <= source.times(day.value))
    return std::nullopt;
  return exchanged_finding(pair, {day.range, number->range}, {instead.range, moved->range});
}

/// 11 January ... 30 March for 1月30日 ... 3月11日.
std::optional<Finding> exchanged_with_day(const CellPair& pair, const DayInMonth& day,
                                          const DayInMonth& instead,
                                          const DaysAndNumbers& source,
                                          const DaysAndNumbers& target) {
  for (const DayInMonth& other : source.days) {
    if (other.value != instead.value || other.month == day.month ||
        other.range.begin < day.range.begin || target.times(other) > 0)
      continue;
    const DayInMonth* const there = in_place_of(other, source, target);
    if (there != nullptr && there->value == day.value)
      return exchanged_finding(pair, {day.range, other.range},
                               {instead.range, there->range});
  }
  return std::nullopt;
}

/// A number or a day by its value.
struct Figure {
  std::string value;
  ByteRange range;
};

std::vector<Figure> figures_of(const DaysAndNumbers& side) {
  std::vector<Figure> figures;
  for (const DayInMonth& day : side.days)
    figures.push_back({day.value, day.range});
  for (const Number* number : side.numbers)
    if (!number->fraction && !number->value.starts_with('+'))
      figures.push_back({number->value, number->range});
  return figures;
}

/// Those that the other side does not have.
std::vector<Figure> figures_not_among(const std::vector<Figure>& some,
                                      const std::vector<Figure>& others) {
  std::vector<Figure> result;
  std::ranges::copy_if(some, std::back_inserter(result), [&](const Figure& one) {
    return std::ranges::find(others, one.value, &Figure::value) == others.end();
  });
  return result;
}

/// 32 million jobs, 47 per cent for 4 700万 and 32%: the figures have changed places, the
/// multipliers stay where they are.
std::optional<Finding> exchanged_below_multiplier(const CellPair& pair,
                                                  const DaysAndNumbers& source,
                                                  const DaysAndNumbers& target) {
  constexpr std::size_t least = 3;  // powers of ten
  constexpr std::size_t most = 12;
  const auto here = figures_of(source);
  const auto there = figures_of(target);
  constexpr std::size_t most_figures = 12;  // a table is no sentence
  if (here.size() > most_figures || there.size() > most_figures) return std::nullopt;
  const auto lost = figures_not_among(here, there);
  const auto added = figures_not_among(there, here);
  for (const Figure& large : lost)
    for (const Figure& new_large : added)
      for (const Figure& small : here)
        for (const Figure& new_small : there)
          for (std::size_t zeros = least; zeros <= most; ++zeros)
            if (small.value != "0" && &small != &large && &new_small != &new_large &&
                new_large.value == shifted(small.value, zeros) &&
                large.value == shifted(new_small.value, zeros))
              return exchanged_finding(pair, {large.range, small.range},
                                       {new_large.range, new_small.range});
  return std::nullopt;
}

}  // namespace

void check_exchanged_days(const CellPair& pair, const CheckContext& /*around*/,
                          Findings& findings) {
  constexpr std::size_t most = 60;  // a table is no sentence
  const auto is_too_long = [](const ParsedCell& side) {
    return side.numbers.size() + side.dates.size() > most;
  };
  if (pair.source.numbers.empty() && pair.source.dates.size() < 2) return;
  if (is_too_long(pair.source) || is_too_long(pair.target)) return;
  const DaysAndNumbers source = days_and_numbers(pair.source);
  const DaysAndNumbers target = days_and_numbers(pair.target);
  bool found_days = false;
  for (const DayInMonth& day : source.days) {
    if (target.times(day) >= source.times(day)) continue;
    const DayInMonth* const instead = in_place_of(day, source, target);
    if (instead == nullptr) continue;
    auto found = exchanged_with_number(pair, day, *instead, source, target);
    if (!found) found = exchanged_with_day(pair, day, *instead, source, target);
    found_days = found_days || found.has_value();
    if (found) findings.push_back(std::move(*found));
  }
  if (!found_days)
    if (auto found = exchanged_below_multiplier(pair, source, target))
      findings.push_back(std::move(*found));
}

}  // namespace hexapla
