#include "check/rules/rules.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 12> months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

template <typename Part>
bool agree(const std::optional<Part>& one, const std::optional<Part>& other) {
  return !one || !other || *one == *other;
}

bool same_date(const Date& one, const Date& other) {
  return one.month == other.month && agree(one.day, other.day) &&
         agree(one.year, other.year);
}

/// How many of day, month and year differ.
int departures(const Date& one, const Date& other) {
  return int{!agree(one.day, other.day)} + int{one.month != other.month} +
         int{!agree(one.year, other.year)};
}

/// The dates that the other side does not have. A month by itself is seldom repeated word
/// for word, so it is not asked for.
std::vector<Date> not_among(const std::vector<Date>& dates,
                            const std::vector<Date>& others) {
  std::vector<Date> result;
  for (const Date& date : dates) {
    if (!date.day && !date.year) continue;
    const auto same = [&](const Date& other) { return same_date(date, other); };
    if (std::ranges::none_of(others, same)) result.push_back(date);
  }
  return result;
}

std::string words_for(const Date& date) {
  std::string words;
  if (date.day) words += std::to_string(*date.day) + ' ';
  words += months.at(date.month - 1U);
  if (date.year) words += ' ' + std::to_string(*date.year);
  return words;
}

std::string what_differs(const Date& source, const Date& target) {
  std::string parts;
  const auto add = [&](bool differs, std::string_view part) {
    if (!differs) return;
    if (!parts.empty()) parts += " and ";
    parts += part;
  };
  add(!agree(source.day, target.day), "day");
  add(source.month != target.month, "month");
  add(!agree(source.year, target.year), "year");
  return parts;
}

/// Of a date on one side only: a month and its year may be said in many ways.
double certainty_alone(const Date& date) {
  constexpr double with_day = 0.5;
  constexpr double month_only = 0.2;
  return date.day ? with_day : month_only;
}

Finding departure(const CellPair& pair, const Date& source, const Date& target) {
  const int parts = departures(source, target);
  constexpr double slip = 0.95;
  constexpr double other_date = 0.6;  // two of day, month and year differ
  Finding finding =
      make_finding(Rule::date, Severity::error, pair, parts == 1 ? slip : other_date);
  finding.source = spots_of(*pair.source.cell, source.range);
  finding.target = spots_of(*pair.target.cell, target.range);
  finding.message = in_quotes(pair.target.at(target.range)) + " is " + words_for(target) +
                    ", the " + std::string(english_name(pair.source.language())) + " has " +
                    words_for(source) + ": the " + what_differs(source, target) +
                    " differs";
  finding.suggestion = words_for(source);
  return finding;
}

}  // namespace

void check_dates(const CellPair& pair, const CheckContext& /*around*/, Findings& findings) {
  std::vector<Date> added = not_among(pair.target.dates, pair.source.dates);
  for (const Date& date : not_among(pair.source.dates, pair.target.dates)) {
    const auto nearest = std::ranges::min_element(
        added, {}, [&](const Date& other) { return departures(date, other); });
    if (nearest != added.end()) {
      findings.push_back(departure(pair, date, *nearest));
      added.erase(nearest);
      continue;
    }
    Finding finding =
        make_finding(Rule::date, Severity::warning, pair, certainty_alone(date));
    finding.source = spots_of(*pair.source.cell, date.range);
    finding.target = where_expected(pair, date.range);
    finding.message = "the date " + words_for(date) + " is missing";
    finding.suggestion = words_for(date);
    findings.push_back(std::move(finding));
  }
  for (const Date& date : added) {
    Finding finding =
        make_finding(Rule::date, Severity::warning, pair, certainty_alone(date));
    finding.source = whole(*pair.source.cell);
    finding.target = spots_of(*pair.target.cell, date.range);
    finding.message = "the date " + words_for(date) + " is not in the " +
                      std::string(english_name(pair.source.language()));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
