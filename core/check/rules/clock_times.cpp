#include "check/rules/rules.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hexapla {
namespace {

constexpr unsigned half_day = 12;  // hours

/// A clock time read out.
struct TimeOfDay {
  ByteRange range;
  unsigned hour = 0;               ///< As it is written, 0 to 24.
  std::optional<unsigned> of_day;  ///< hour_of_day().
  std::string minute;              ///< "30"; empty when nothing is said.
};

std::optional<unsigned> whole_number(const std::string& value) {
  unsigned number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc() || read.ptr != value.data() + value.size())
    return std::nullopt;
  return number;
}

std::vector<TimeOfDay> times_of(const ParsedCell& side) {
  std::vector<TimeOfDay> times;
  for (const ClockTime& time : side.clock_times) {
    TimeOfDay read{time.range, 0, std::nullopt, ""};
    bool has_hour = false;
    for (const Number& number : side.clock_numbers) {
      if (number.range.begin < time.range.begin || number.range.end > time.range.end)
        continue;
      if (has_hour) {
        read.minute = number.value;
      } else if (const auto hour = whole_number(number.value);
                 hour && *hour <= 2 * half_day) {
        read.hour = *hour;
        read.of_day = hour_of_day(*hour, time.part);
        has_hour = true;
      }
    }
    if (has_hour) times.push_back(std::move(read));
  }
  return times;
}

/// The same place on the dial.
bool look_alike(const TimeOfDay& one, const TimeOfDay& other) {
  return one.hour % half_day == other.hour % half_day && one.minute == other.minute;
}

}  // namespace

/// 3 p.m. for 凌晨 3 时. That the hour itself differs is for check_numbers.
void check_clock_times(const CellPair& pair, const CheckContext& /*around*/,
                       Findings& findings) {
  constexpr double sure = 0.9;
  if (pair.source.clock_times.empty()) return;
  const std::vector<TimeOfDay> targets = times_of(pair.target);
  for (const TimeOfDay& time : times_of(pair.source)) {
    if (!time.of_day) continue;
    const TimeOfDay* twelve_hours_off = nullptr;
    const bool kept = std::ranges::any_of(targets, [&](const TimeOfDay& other) {
      if (!look_alike(time, other)) return false;
      if (!other.of_day || *other.of_day == *time.of_day) return true;
      twelve_hours_off = &other;
      return false;
    });
    if (kept || twelve_hours_off == nullptr) continue;
    Finding finding = make_finding(Rule::date, Severity::error, pair, sure);
    finding.source = spots_of(*pair.source.cell, time.range);
    finding.target = spots_of(*pair.target.cell, twelve_hours_off->range);
    finding.message = quoted(pair.target.at(twelve_hours_off->range)) + " is " +
                      std::to_string(*twelve_hours_off->of_day) + " o’clock, the " +
                      std::string(english_name(pair.source.language())) + " has " +
                      std::to_string(*time.of_day);
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
