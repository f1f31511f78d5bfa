#include "check/rules/written_dates.hpp"

#include "check_data.hpp"
#include "text/table.hpp"

#include <string_view>

namespace hexapla {
namespace {

/// The month of `date`, which in Russian is in the nominative without a day.
std::string_view written_month(const Date& date, std::string_view language) {
  for (const auto& row : rows_of_table(embedded::written_months_tsv))
    if (row.at(0) == language &&
        (row.at(1) == "both" || (row.at(1) == "after_day") == date.day.has_value()))
      return parts_of(row.at(2), '|').at(date.month - std::size_t{1});
  return written_month(date, "en");
}

/// Day, month and year with what stands between them.
struct Pattern {
  std::string_view after_day;
  std::string_view before_year;
  std::string_view after_year = "";
};

std::string joined(const Date& date, std::string_view month, const Pattern& pattern) {
  std::string words;
  if (date.day) words += std::to_string(*date.day) + std::string(pattern.after_day);
  words += month;
  if (date.year)
    words += std::string(pattern.before_year) + std::to_string(*date.year) +
             std::string(pattern.after_year);
  return words;
}

std::string chinese_date(const Date& date) {
  std::string words;
  if (date.year) words += std::to_string(*date.year) + "年";
  words += std::to_string(date.month) + "月";
  if (date.day) words += std::to_string(*date.day) + "日";
  return words;
}

}  // namespace

std::string written_date(const Date& date, Language language) {
  if (language == languages::zh) return chinese_date(date);
  const std::string_view month = written_month(date, language.tag());
  if (language == languages::es) return joined(date, month, {" de ", " de "});
  if (language == languages::fr)
    return joined(date, month, {date.day == 1 ? "er " : " ", " "});
  if (language == languages::ru) return joined(date, month, {" ", " ", " года"});
  return joined(date, month, {" ", " "});
}

}  // namespace hexapla
