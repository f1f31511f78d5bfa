#include "check/rules/rules.hpp"
#include "check/rules/written_dates.hpp"

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

/// The dates of `side` that `other` does not have. A month by itself is seldom repeated
/// word for word, so it is not asked for; one with a year may be by itself there, where a
/// list says its year once: July and August 2014.
std::vector<Date> dates_not_among(const ParsedCell& side, const ParsedCell& other) {
  std::vector<Date> result;
  for (const Date& date : side.dates) {
    if (!date.day && !date.year) continue;
    const auto same = [&](const Date& one) { return same_date(date, one); };
    const bool listed = !date.day && std::ranges::any_of(other.months, same);
    if (!listed && std::ranges::none_of(other.dates, same)) result.push_back(date);
  }
  return result;
}

/// A month of `side` by itself that `other` has nowhere.
const Date* bare_month_not_in(const ParsedCell& side, const ParsedCell& other) {
  const auto found = std::ranges::find_if(side.months, [&](const Date& month) {
    const auto same = [&](const Date& one) { return one.month == month.month; };
    return std::ranges::none_of(other.dates, same) &&
           std::ranges::none_of(other.months, same);
  });
  return found == side.months.end() ? nullptr : &*found;
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
double date_alone_certainty(const Date& date) {
  constexpr double with_day = 0.5;
  constexpr double month_only = 0.2;
  return date.day ? with_day : month_only;
}

Finding date_departure(const CellPair& pair, const Date& source, const Date& target) {
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
  finding.suggestion = written_date(source, pair.target.language());
  return finding;
}

}  // namespace

void check_dates(const CellPair& pair, const CheckContext& /*around*/, Findings& findings) {
  std::vector<Date> added = dates_not_among(pair.target, pair.source);
  for (const Date& date : dates_not_among(pair.source, pair.target)) {
    const auto nearest = std::ranges::min_element(
        added, {}, [&](const Date& other) { return departures(date, other); });
    if (nearest != added.end()) {
      findings.push_back(date_departure(pair, date, *nearest));
      added.erase(nearest);
      continue;
    }
    // 2014年6月和8月 for "July and August 2014".
    const Date* const other =
        date.day ? nullptr : bare_month_not_in(pair.target, pair.source);
    if (other != nullptr) {
      findings.push_back(date_departure(pair, date, *other));
      continue;
    }
    Finding finding =
        make_finding(Rule::date, Severity::warning, pair, date_alone_certainty(date));
    finding.source = spots_of(*pair.source.cell, date.range);
    finding.target = where_expected(pair, date.range);
    finding.message = "the date " + words_for(date) + " is missing";
    finding.suggestion = written_date(date, pair.target.language());
    findings.push_back(std::move(finding));
  }
  for (const Date& date : added) {
    const Date* const lost =
        date.day ? nullptr : bare_month_not_in(pair.source, pair.target);
    if (lost != nullptr) {
      findings.push_back(date_departure(pair, *lost, date));
      continue;
    }
    Finding finding =
        make_finding(Rule::date, Severity::warning, pair, date_alone_certainty(date));
    finding.source = whole(*pair.source.cell);
    finding.target = spots_of(*pair.target.cell, date.range);
    finding.message = "the date " + words_for(date) + " is not in the " +
                      std::string(english_name(pair.source.language()));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
