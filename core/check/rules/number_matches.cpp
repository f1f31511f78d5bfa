#include "check/rules/number_matches.hpp"

#include "check/rules/unit_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>

namespace hexapla {
namespace {

constexpr std::size_t hours_of_half_day = 12;  // hours between 1 a.m. and 13 o'clock

using Same = bool (*)(const Number& one, const Number& other);

void take_out(std::vector<Number>& source, std::vector<Number>& target, Same same) {
  std::erase_if(source, [&](const Number& number) {
    const auto found = std::ranges::find_if(
        target, [&](const Number& other) { return same(number, other); });
    if (found == target.end()) return false;
    target.erase(found);
    return true;
  });
}

/// Removes from both lists the numbers that are on either side, ordinals first with
/// ordinals, then what can be read in another way.
void take_out_equals(std::vector<Number>& source, std::vector<Number>& target) {
  take_out(source, target, [](const Number& one, const Number& other) {
    return one.value == other.value && one.ordinal == other.ordinal;
  });
  take_out(source, target,
           [](const Number& one, const Number& other) { return one.value == other.value; });
  take_out(source, target, [](const Number& one, const Number& other) {
    return one.value == other.other_value || one.other_value == other.value ||
           (!one.other_value.empty() && one.other_value == other.other_value);
  });
}

bool is_ascii_letter(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/// The 43 of OC43, which another script may set apart: أوه سي 43.
void add_glued_digits(const ParsedCell& side, std::set<std::string>& values) {
  constexpr std::string_view figures = "0123456789";
  const std::string_view text = side.text;
  for (std::size_t at = text.find_first_of(figures); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of(figures, at), text.size());
    if (at > 0 && is_ascii_letter(text[at - 1])) values.emplace(text.substr(at, end - at));
    at = text.find_first_of(figures, end);
  }
}

/// The values that dates and clock times of a side account for on the other side.
std::set<std::string> values_elsewhere(const ParsedCell& side) {
  std::set<std::string> values;
  for (const Date& date : side.dates) {
    values.insert(std::to_string(date.month));
    if (date.day) values.insert(std::to_string(*date.day));
    if (date.year) values.insert(std::to_string(*date.year));
  }
  for (const Date& date : side.months)
    values.insert(std::to_string(date.month));
  for (const Number& number : side.name_numbers)
    values.insert(number.value);
  add_glued_digits(side, values);
  for (const Number& number : side.clock_numbers) {
    values.insert(number.value);
    constexpr std::size_t most_digits = 2;
    if (number.value.size() > most_digits || number.value.find('.') != std::string::npos)
      continue;
    const std::size_t hour = std::stoul(number.value);
    values.insert(std::to_string(hour + hours_of_half_day));
    if (hour > hours_of_half_day) values.insert(std::to_string(hour - hours_of_half_day));
  }
  return values;
}

/// In 2010-11 and in the 60s, a year is said by its last two digits.
bool is_short_year(const Number& number, const std::vector<Number>& years) {
  constexpr std::size_t of_year = 4;
  constexpr std::size_t of_short = 2;
  std::string value = number.value;
  if (value.size() == 1 && number.range.size() == of_short) value.insert(0, 1, '0');
  return value.size() == of_short && std::ranges::any_of(years, [&](const Number& year) {
           return year.value.size() == of_year &&
                  (year.value.starts_with("19") || year.value.starts_with("20") ||
                   year.value.starts_with("18")) &&
                  year.value.ends_with(value);
         });
}

/// Removes from both lists a year in full and its short form.
void take_out_short_years(std::vector<Number>& some, std::vector<Number>& others) {
  std::erase_if(some, [&](const Number& number) {
    if (!is_short_year(number, others)) return false;
    std::erase_if(others,
                  [&](const Number& year) { return is_short_year(number, {year}); });
    return true;
  });
}

/// Leaves out what the other side says as part of a date, a time or a name.
void take_out_excused(std::vector<Number>& numbers, const ParsedCell& other) {
  const std::set<std::string> excused = values_elsewhere(other);
  std::erase_if(numbers,
                [&](const Number& number) { return excused.contains(number.value); });
}

/// The XX of 90-е годы XX века, where the other side has 1990.
void take_out_centuries(std::vector<Number>& numbers, const ParsedCell& other) {
  constexpr std::size_t of_year = 4;
  std::erase_if(numbers, [&](const Number& number) {
    if (!number.ordinal) return false;
    return std::ranges::any_of(other.numbers, [&](const Number& year) {
      return year.value.size() == of_year &&
             std::to_string(std::stoul(year.value.substr(0, 2)) + 1) == number.value;
    });
  });
}

std::optional<std::uint64_t> whole_value(const std::string& value) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc() || read.ptr != value.data() + value.size())
    return std::nullopt;
  return number;
}

/// Whether the two numbers say the share: 2 and 3 for 2/3, 7 and 10 for 0.7.
bool say_share(const Number& one, const Number& other, const std::string& share) {
  const auto here = whole_value(one.value);
  const auto there = whole_value(other.value);
  if (!here || !there || *here == 0 || *here >= *there) return false;
  const std::uint64_t common = std::gcd(*here, *there);
  if (share == std::to_string(*here / common) + '/' + std::to_string(*there / common))
    return true;
  double value = 0;
  const auto read = std::from_chars(share.data(), share.data() + share.size(), value);
  constexpr double exact = 1e-9;
  return read.ptr == share.data() + share.size() &&
         std::abs(static_cast<double>(*here) / static_cast<double>(*there) - value) < exact;
}

/// Removes a share that the other side says by two numbers, or in per cent.
void take_out_shares(std::vector<Number>& some, std::vector<Number>& others) {
  std::erase_if(some, [&](const Number& number) {
    if (!number.fraction) return false;
    const std::string per_cent = shifted(number.value, 2);
    const bool decimal = number.value.find('/') == std::string::npos;
    const auto hundredths = std::ranges::find(others, per_cent, &Number::value);
    if (decimal && hundredths != others.end()) {
      others.erase(hundredths);
      return true;
    }
    for (auto one = others.begin(); one != others.end(); ++one)
      for (auto other = others.begin(); other != others.end(); ++other) {
        if (!say_share(*one, *other, number.value)) continue;
        others.erase(std::max(one, other));
        others.erase(std::min(one, other));
        return true;
      }
    return false;
  });
}

/// A number with the unit that it is counted in.
struct Measured {
  Number number;
  MeasureUnit unit;
};

/// The unit of a number, or of the end of the range that it starts: 2 to 3 miles.
std::optional<MeasureUnit> unit_at(const ParsedCell& side, const Number& number) {
  if (auto unit = unit_at(side.text, number.range)) return unit;
  constexpr std::size_t farthest = 10;  // bytes of " to ", " إلى ", "至"
  const auto next = std::ranges::find_if(side.numbers, [&](const Number& other) {
    return other.range.begin >= number.range.end;
  });
  if (next == side.numbers.end() || next->range.begin - number.range.end > farthest)
    return std::nullopt;
  return unit_at(side.text, next->range);
}

std::vector<Measured> measured(const ParsedCell& side) {
  std::vector<Measured> measures;
  for (const Number& number : side.numbers)
    if (const auto unit = unit_at(side, number); unit && unit->factor != 0)
      measures.push_back({number, *unit});
  return measures;
}

/// Removes what is on the other side in another unit: 5 miles for 8 km.
void take_out_converted(std::vector<Number>& numbers, const ParsedCell& side,
                        const std::vector<Measured>& others) {
  std::erase_if(numbers, [&](const Number& number) {
    const auto unit = unit_at(side, number);
    return unit && std::ranges::any_of(others, [&](const Measured& other) {
             return is_conversion({number.value, number.negative}, *unit,
                                  {other.number.value, other.number.negative}, other.unit);
           });
  });
}

bool says_half_an_hour(const ParsedCell& side) {
  constexpr std::array<std::string_view, 10> phrases{
      "半小时",    "半个小时",   "半小時",     "半個小時", "half an hour",
      "half hour", "demi-heure", "media hora", "получас",  "полчаса"};
  return side.text.find("نصف ساعة") != std::string::npos ||
         std::ranges::any_of(phrases, [&](std::string_view phrase) {
           return side.text.find(phrase) != std::string::npos;
         });
}

/// Removes the 30 minutes of half an hour.
void take_out_half_an_hour(std::vector<Number>& numbers, const ParsedCell& side,
                           const ParsedCell& other) {
  std::erase_if(numbers, [&](const Number& number) {
    if (number.value != "30") return false;
    const auto unit = unit_at(side, number);
    return unit && unit->name == "minute" && says_half_an_hour(other);
  });
}

}  // namespace

bool ends_years(const Number& number, const ParsedCell& side,
                const std::vector<Number>& others) {
  if (!is_short_year(number, others)) return false;
  return std::ranges::any_of(side.numbers, [&](const Number& year) {
    constexpr std::size_t of_year = 4;
    if (year.value.size() != of_year || year.range.end >= number.range.begin) return false;
    const std::string between =
        side.text.substr(year.range.end, number.range.begin - year.range.end);
    return between == "-" || between == "–" || between == "/";
  });
}

UnmatchedNumbers unmatched_numbers(const CellPair& pair) {
  std::vector<Number> source = pair.source.numbers;
  std::vector<Number> target = pair.target.numbers;
  take_out_equals(source, target);
  take_out_excused(source, pair.target);
  take_out_excused(target, pair.source);
  take_out_short_years(source, target);
  take_out_short_years(target, source);
  take_out_centuries(source, pair.target);
  take_out_centuries(target, pair.source);
  take_out_shares(source, target);
  take_out_shares(target, source);
  if (!source.empty() || !target.empty()) {
    take_out_half_an_hour(source, pair.source, pair.target);
    take_out_half_an_hour(target, pair.target, pair.source);
    const std::vector<Measured> here = measured(pair.source);
    const std::vector<Measured> there = measured(pair.target);
    take_out_converted(source, pair.source, there);
    take_out_converted(target, pair.target, here);
  }
  return {std::move(source), std::move(target)};
}

}  // namespace hexapla
