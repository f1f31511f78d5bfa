#include "check/rules/rules.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> day_names{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

using MonthCounts = std::array<int, 13>;  // by month, from 1

MonthCounts months_of(const ParsedCell& side) {
  MonthCounts counts{};
  for (const Date& date : side.dates)
    if (date.day || date.year) ++counts.at(date.month);
  for (const Date& date : side.months)
    ++counts.at(date.month);
  return counts;
}

/// The 5 of 5-7 月, whose month follows the end of the range only.
bool says_as_number(const ParsedCell& side, unsigned month) {
  return std::ranges::any_of(side.numbers, [&](const Number& number) {
    return !number.ordinal && !number.in_words && number.value == std::to_string(month);
  });
}

/// The months that `side` has by themselves and says more often than `other`: the last of
/// each.
std::vector<Date> months_not_in(const ParsedCell& side, const ParsedCell& other) {
  const MonthCounts here = months_of(side);
  const MonthCounts there = months_of(other);
  std::vector<Date> result;
  for (const Date& month : side.months) {
    if (here.at(month.month) <= there.at(month.month) || says_as_number(other, month.month))
      continue;
    std::erase_if(result, [&](const Date& one) { return one.month == month.month; });
    result.push_back(month);
  }
  return result;
}

Finding month_departure(const CellPair& pair, ByteRange source, ByteRange target,
                        std::string_view right, double certainty) {
  Finding finding = make_finding(Rule::date, Severity::error, pair, certainty);
  finding.source = spots_of(*pair.source.cell, source);
  finding.target = spots_of(*pair.target.cell, target);
  finding.message = in_quotes(pair.target.at(target)) + " is here for " +
                    in_quotes(pair.source.at(source)) + " of the " +
                    std::string(english_name(pair.source.language()));
  finding.suggestion = right;
  return finding;
}

}  // namespace

/// A month without day or year is compared only where either side has one that the other
/// side lacks: alone, it may be said otherwise.
void check_months(const CellPair& pair, const CheckContext& /*around*/,
                  Findings& findings) {
  constexpr double certainty = 0.9;
  const std::vector<Date> missing = months_not_in(pair.source, pair.target);
  const std::vector<Date> added = months_not_in(pair.target, pair.source);
  for (std::size_t index = 0; index < std::min(missing.size(), added.size()); ++index)
    findings.push_back(month_departure(pair, missing[index].range, added[index].range,
                                       month_names.at(missing[index].month - 1U),
                                       certainty));
}

namespace {

bool has_day(const std::vector<Weekday>& days, unsigned day) {
  return std::ranges::any_of(days, [&](const Weekday& one) { return one.day == day; });
}

/// The date that is right beside a day of the week.
const Date* date_beside(const ParsedCell& side, const Weekday& weekday) {
  constexpr std::size_t farthest = 6;  // bytes: ", le ", "，"
  for (const Date& date : side.dates) {
    const std::size_t gap =
        date.range.begin >= weekday.range.end   ? date.range.begin - weekday.range.end
        : weekday.range.begin >= date.range.end ? weekday.range.begin - date.range.end
                                                : 0;
    if (gap <= farthest) return &date;
  }
  return nullptr;
}

/// Thursday, 27 June 2017, which was a Tuesday: where the source says no day of the week,
/// the calendar tells.
void check_against_calendar(const CellPair& pair, const Weekday& said, Findings& findings) {
  constexpr double certainty = 0.8;
  const Date* const date = date_beside(pair.target, said);
  const auto right = date == nullptr ? std::nullopt : weekday_of(*date);
  if (!right || *right == said.day) return;
  Finding finding = make_finding(Rule::date, Severity::warning, pair, certainty);
  finding.source = whole(*pair.source.cell);
  finding.target = spots_of(*pair.target.cell, said.range);
  finding.message = in_quotes(pair.target.at(date->range)) + " was a " +
                    std::string(day_names.at(*right - 1U)) + ", not a " +
                    std::string(day_names.at(said.day - 1U));
  finding.suggestion = day_names.at(*right - 1U);
  findings.push_back(std::move(finding));
}

}  // namespace

void check_weekdays(const CellPair& pair, const CheckContext& /*around*/,
                    Findings& findings) {
  constexpr double certainty = 0.95;
  std::vector<Weekday> missing;
  for (const Weekday& day : pair.source.weekdays)
    if (!has_day(pair.target.weekdays, day.day)) missing.push_back(day);
  auto next = missing.begin();
  for (const Weekday& day : pair.target.weekdays) {
    if (has_day(pair.source.weekdays, day.day)) continue;
    if (next != missing.end()) {
      findings.push_back(month_departure(pair, next->range, day.range,
                                         day_names.at(next->day - 1U), certainty));
      ++next;
    } else if (pair.source.weekdays.empty()) {
      check_against_calendar(pair, day, findings);
    }
  }
}

}  // namespace hexapla
