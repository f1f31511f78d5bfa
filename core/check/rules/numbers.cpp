#include "check/rules/likeness.hpp"
#include "check/rules/rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace hexapla {
namespace {

constexpr std::size_t half_day = 12;  // hours between 1 a.m. and 13 o'clock

/// Numbers that a language may leave unsaid or hide in a word: ordinals, and one and two,
/// for which there are articles, duals and pairs.
bool may_be_unsaid(const Number& number) {
  return number.ordinal || number.value == "1" || number.value == "2";
}

/// Removes from both lists the numbers that stand on either side, ordinals first with
/// ordinals.
void take_out_equals(std::vector<Number>& source, std::vector<Number>& target) {
  for (const bool any_kind : {false, true}) {
    std::erase_if(source, [&](const Number& number) {
      const auto same = std::ranges::find_if(target, [&](const Number& other) {
        return number.value == other.value && (any_kind || number.ordinal == other.ordinal);
      });
      if (same == target.end()) return false;
      target.erase(same);
      return true;
    });
  }
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
  for (const Number& number : side.name_numbers)
    values.insert(number.value);
  add_glued_digits(side, values);
  for (const Number& number : side.clock_numbers) {
    values.insert(number.value);
    constexpr std::size_t most_digits = 2;
    if (number.value.size() > most_digits || number.value.find('.') != std::string::npos)
      continue;
    const std::size_t hour = std::stoul(number.value);
    values.insert(std::to_string(hour + half_day));
    if (hour > half_day) values.insert(std::to_string(hour - half_day));
  }
  return values;
}

/// Leaves out what the other side says as part of a date or a time.
/// In 2010-11 and in the 60s, a year is said by its last two digits.
bool is_short_year(const Number& number, const std::vector<Number>& years) {
  constexpr std::size_t of_year = 4;
  constexpr std::size_t of_short = 2;
  std::string value = number.value;
  if (value.size() == 1 && number.range.size() == of_short) value.insert(0, 1, '0');
  return value.size() == of_short && std::ranges::any_of(years, [&](const Number& year) {
           return year.value.size() == of_year &&
                  (year.value.starts_with("19") || year.value.starts_with("20")) &&
                  year.value.ends_with(value);
         });
}

/// 2019-20 beside 2019-2020: the end of a range of years.
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

/// Removes from both lists a year in full and its short form.
void take_out_short_years(std::vector<Number>& some, std::vector<Number>& others) {
  std::erase_if(some, [&](const Number& number) {
    if (!is_short_year(number, others)) return false;
    std::erase_if(others,
                  [&](const Number& year) { return is_short_year(number, {year}); });
    return true;
  });
}

void take_out_excused(std::vector<Number>& numbers, const ParsedCell& other) {
  const std::set<std::string> excused = values_elsewhere(other);
  std::erase_if(numbers,
                [&](const Number& number) { return excused.contains(number.value); });
}

bool repeats(const Number& number, const ParsedCell& other) {
  return std::ranges::any_of(other.numbers,
                             [&](const Number& one) { return one.value == number.value; });
}

/// `1774` with the grouping mark of `language`.
std::string in_figures(const std::string& value, Language language) {
  constexpr std::size_t group = 3;
  constexpr std::size_t shortest_grouped = 4;
  const std::size_t whole_part = std::min(value.find('.'), value.size());
  if (whole_part < shortest_grouped) return value;
  const std::string_view mark = language.primary() == "en"   ? ","
                                : language.primary() == "es" ? "."
                                                             : "\u00A0";
  std::string result;
  for (std::size_t at = 0; at < whole_part; ++at) {
    if (at > 0 && (whole_part - at) % group == 0) result += mark;
    result += value[at];
  }
  return result.append(value, whole_part, std::string::npos);
}

/// 2.6 to 32 000: the multiplier of a range may stand behind its end only.
bool may_be_multiplied(const std::string& one, const std::string& other) {
  constexpr std::array<std::size_t, 5> multipliers{3, 4, 6, 8, 9};  // powers of ten
  return std::ranges::any_of(multipliers, [&](std::size_t zeros) {
    return shifted(one, zeros) == other || shifted(other, zeros) == one;
  });
}

/// 1000, 1 000 000: round numbers are often said by a word (a thousand, миллион).
bool is_power_of_ten(const std::string& value) {
  constexpr std::size_t shortest = 4;  // digits
  return value.size() >= shortest && value[0] == '1' &&
         value.find_first_not_of('0', 1) == std::string::npos;
}

/// 2.64 and 26.4, 1.1 and 1: a point set otherwise, or an index that one side leaves out.
bool may_be_index(const std::string& one, const std::string& other) {
  std::string digits = one;
  std::string others = other;
  std::erase(digits, '.');
  std::erase(others, '.');
  const bool fraction =
      one.find('.') != std::string::npos || other.find('.') != std::string::npos;
  return fraction && (digits.ends_with(others) || others.ends_with(digits) ||
                      digits.starts_with(others) || others.starts_with(digits));
}

/// A slip of the pen is likely where figures stand on both sides and look alike.
double certainty_of(const Number& source, const Number& target) {
  constexpr double slip = 0.95;
  constexpr double other_figures = 0.8;
  constexpr double in_words = 0.4;
  constexpr double multiplied = 0.15;
  if (may_be_multiplied(source.value, target.value)) return multiplied;
  if (source.in_words || target.in_words) return in_words;
  constexpr double index = 0.5;
  if (may_be_index(source.value, target.value)) return index;
  return likeness(source.value, target.value) >= 0.5 ? slip : other_figures;
}

/// Of a number on one side only.
double certainty_alone(const Number& number) {
  constexpr double figures = 0.6;
  constexpr double one_figure = 0.4;
  constexpr double round = 0.2;
  constexpr double in_words = 0.1;
  if (number.in_words) return in_words;
  if (is_power_of_ten(number.value)) return round;
  return number.value.size() == 1 ? one_figure : figures;
}

Severity severity_of(double certainty) {
  constexpr double likely = 0.6;
  constexpr double possible = 0.2;
  return certainty >= likely     ? Severity::error
         : certainty >= possible ? Severity::warning
                                 : Severity::note;
}

Finding departure(const CellPair& pair, const Number& source, const Number& target) {
  const double certainty = certainty_of(source, target);
  Finding finding = make_finding(Rule::number, severity_of(certainty), pair, certainty);
  finding.source = spots_of(*pair.source.cell, source.range);
  finding.target = spots_of(*pair.target.cell, target.range);
  finding.message = quoted(pair.target.at(target.range)) + " stands for " +
                    quoted(pair.source.at(source.range)) + " of the " +
                    std::string(english_name(pair.source.language()));
  finding.suggestion = in_figures(source.value, pair.target.language());
  return finding;
}

Finding missing(const CellPair& pair, const Number& number) {
  const double certainty = certainty_alone(number);
  Finding finding = make_finding(Rule::number, severity_of(certainty), pair, certainty);
  finding.source = spots_of(*pair.source.cell, number.range);
  finding.target = where_expected(pair, number.range);
  finding.message = "the number " + quoted(pair.source.at(number.range)) + " of the " +
                    std::string(english_name(pair.source.language())) + " is missing";
  finding.suggestion = in_figures(number.value, pair.target.language());
  return finding;
}

Finding added(const CellPair& pair, const Number& number) {
  const double certainty = certainty_alone(number);
  Finding finding = make_finding(
      Rule::number, std::min(severity_of(certainty), Severity::warning), pair, certainty);
  finding.source = whole(*pair.source.cell);
  finding.target = spots_of(*pair.target.cell, number.range);
  finding.message = "the number " + quoted(pair.target.at(number.range)) +
                    " is not in the " + std::string(english_name(pair.source.language()));
  return finding;
}

/// Which number of the target most likely stands where `number` should: alike digits first.
std::optional<std::size_t> counterpart(const Number& number,
                                       const std::vector<Number>& target) {
  std::optional<std::size_t> best;
  double best_likeness = -1;
  for (std::size_t index = 0; index < target.size(); ++index) {
    // Two numbers that need not be said prove nothing.
    if (may_be_unsaid(number) && may_be_unsaid(target[index]) &&
        (number.value.size() < 2 || target[index].value.size() < 2))
      continue;
    if (number.ordinal != target[index].ordinal) continue;
    const double here = likeness(number.value, target[index].value);
    if (here <= best_likeness) continue;
    best = index;
    best_likeness = here;
  }
  return best;
}

}  // namespace

void check_numbers(const CellPair& pair, const CheckContext& /*around*/,
                   Findings& findings) {
  std::vector<Number> source = pair.source.numbers;
  std::vector<Number> target = pair.target.numbers;
  take_out_equals(source, target);
  take_out_excused(source, pair.target);
  take_out_excused(target, pair.source);
  take_out_short_years(source, target);
  take_out_short_years(target, source);
  // What must be said finds its counterpart first.
  std::stable_partition(source.begin(), source.end(),
                        [](const Number& one) { return !may_be_unsaid(one); });
  for (const Number& number : source) {
    if (const auto other = counterpart(number, target)) {
      findings.push_back(departure(pair, number, target[*other]));
      target.erase(target.begin() + static_cast<std::ptrdiff_t>(*other));
    } else if (!may_be_unsaid(number) && !repeats(number, pair.target)) {
      findings.push_back(missing(pair, number));
    }
  }
  for (const Number& number : target)
    if (!may_be_unsaid(number) && !repeats(number, pair.source) &&
        !ends_years(number, pair.target, pair.source.numbers))
      findings.push_back(added(pair, number));
}

}  // namespace hexapla
