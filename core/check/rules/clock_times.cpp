#include "check/rules/rules.hpp"
#include "check/rules/unmatched.hpp"

#include <algorithm>
#include <optional>

namespace hexapla {
namespace {

constexpr unsigned half_day = 12;  // hours
constexpr unsigned whole_day = 24;

std::optional<unsigned> hour_of(const ClockTime& time) {
  return hour_of_day(time.hour, time.part);
}

bool same_minute(const ClockTime& one, const ClockTime& other) {
  return one.minute.value_or(0) == other.minute.value_or(0);
}

/// The same time, or the same place on the dial where nothing says which half of the day.
bool same_time(const ClockTime& one, const ClockTime& other) {
  if (!same_minute(one, other)) return false;
  const auto here = hour_of(one);
  const auto there = hour_of(other);
  // 24.00 hours is midnight.
  return here && there ? *here % whole_day == *there % whole_day
                       : one.hour % half_day == other.hour % half_day;
}

std::string two_digits(unsigned value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "15.15", or "3.15" where nothing says which half of the day.
std::string words_for(const ClockTime& time) {
  const std::string hour = std::to_string(hour_of(time).value_or(time.hour));
  return time.minute ? hour + '.' + two_digits(*time.minute) : hour;
}

/// True when the other side has the time as a plain number: 10 to 11 a.m., 15.15.
bool says_as_number(const ParsedCell& side, const ClockTime& time) {
  const std::string hour = std::to_string(time.hour);
  const unsigned other = time.hour > half_day ? time.hour - half_day : time.hour + half_day;
  return std::ranges::any_of(side.numbers, [&](const Number& number) {
    return number.value == hour || number.value == std::to_string(other) ||
           number.value.starts_with(hour + '.') ||
           number.value.starts_with(std::to_string(other) + '.');
  });
}

Finding time_departure(const CellPair& pair, const ClockTime& source,
                       const ClockTime& target) {
  constexpr double certainty = 0.9;
  Finding finding = make_finding(Rule::date, Severity::error, pair, certainty);
  finding.source = spots_of(*pair.source.cell, source.range);
  finding.target = spots_of(*pair.target.cell, target.range);
  finding.message = in_quotes(pair.target.at(target.range)) + " is " + words_for(target) +
                    " o’clock, the " + std::string(english_name(pair.source.language())) +
                    " has " + words_for(source);
  finding.suggestion = words_for(source);
  return finding;
}

Finding missing_time(const CellPair& pair, const ClockTime& time) {
  constexpr double certainty = 0.4;
  Finding finding = make_finding(Rule::date, Severity::warning, pair, certainty);
  finding.source = spots_of(*pair.source.cell, time.range);
  finding.target = where_expected(pair, time.range);
  finding.message = "the time " + in_quotes(pair.source.at(time.range)) + " of the " +
                    std::string(english_name(pair.source.language())) + " is missing";
  finding.suggestion = words_for(time);
  return finding;
}

}  // namespace

/// 4.15 p.m. or 3.15 a.m. for 下午3时15分.
void check_clock_times(const CellPair& pair, const CheckContext& /*around*/,
                       Findings& findings) {
  if (pair.source.clock_times.empty()) return;
  auto targets = unmatched(pair.target.clock_times, pair.source.clock_times, same_time);
  for (const ClockTime& time :
       unmatched(pair.source.clock_times, pair.target.clock_times, same_time)) {
    // What shares its minute or its place on the dial is likelier its counterpart.
    const auto alike = std::ranges::max_element(targets, {}, [&](const ClockTime& other) {
      return int{same_minute(time, other)} +
             int{time.hour % half_day == other.hour % half_day};
    });
    if (alike != targets.end()) {
      findings.push_back(time_departure(pair, time, *alike));
      targets.erase(alike);
    } else if (pair.target.clock_times.empty() && !says_as_number(pair.target, time)) {
      findings.push_back(missing_time(pair, time));
    }
  }
}

}  // namespace hexapla
