#include "check/rules/written_dates.hpp"

#include <array>
#include <string_view>

namespace hexapla {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months english_months{"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};
constexpr Months french_months{"janvier",   "février", "mars",     "avril",
                               "mai",       "juin",    "juillet",  "août",
                               "septembre", "octobre", "novembre", "décembre"};
constexpr Months spanish_months{"enero",      "febrero", "marzo",     "abril",
                                "mayo",       "junio",   "julio",     "agosto",
                                "septiembre", "octubre", "noviembre", "diciembre"};
constexpr Months russian_months{"января",   "февраля", "марта",  "апреля",
                                "мая",      "июня",    "июля",   "августа",
                                "сентября", "октября", "ноября", "декабря"};
/// Without a day the month is in the nominative.
constexpr Months russian_bare_months{"январь",   "февраль", "март",   "апрель",
                                     "май",      "июнь",    "июль",   "август",
                                     "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Months arabic_months{"كانون الثاني/يناير",  "شباط/فبراير",
                               "آذار/مارس",           "نيسان/أبريل",
                               "أيار/مايو",           "حزيران/يونيه",
                               "تموز/يوليه",          "آب/أغسطس",
                               "أيلول/سبتمبر",        "تشرين الأول/أكتوبر",
                               "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"};

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
  const std::size_t month = date.month - std::size_t{1};
  if (language == languages::zh) return chinese_date(date);
  if (language == languages::ar) return joined(date, arabic_months.at(month), {" ", " "});
  if (language == languages::es)
    return joined(date, spanish_months.at(month), {" de ", " de "});
  if (language == languages::fr)
    return joined(date, french_months.at(month), {date.day == 1 ? "er " : " ", " "});
  if (language == languages::ru)
    return joined(date, (date.day ? russian_months : russian_bare_months).at(month),
                  {" ", " ", " года"});
  return joined(date, english_months.at(month), {" ", " "});
}

}  // namespace hexapla
