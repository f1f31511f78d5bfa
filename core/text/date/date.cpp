#include "text/date/date.hpp"

#include "text/code_point.hpp"
#include "text/date/chinese.hpp"
#include "text/date/date_words.hpp"
#include "text/fold.hpp"
#include "text/number/number_words.hpp"

#include <algorithm>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

constexpr std::uint32_t first_year = 1000;
constexpr std::uint32_t last_year = 2999;

/// Reads dates of languages that name their months, starting at digits.
class DateReader {
 public:
  DateReader(const DateText& text, Language language)
      : text_(text),
        language_(language),
        words_(DateWords::of(language)),
        numbers_(NumberWords::of(language)) {}

  /// The dates that start at the digits `first`, and the first word after them; no dates
  /// and `first` when none does.
  struct Read {
    std::vector<Date> dates;
    std::size_t next = 0;
  };
  [[nodiscard]] Read read(std::size_t first) const {
    for (const auto form : {&DateReader::numeric, &DateReader::days_and_month,
                            &DateReader::month_and_day, &DateReader::month_and_year}) {
      Read found = (this->*form)(first);
      if (!found.dates.empty()) return found;
    }
    return {{}, first};
  }

 private:
  [[nodiscard]] bool has(std::size_t index) const { return index < text_.words.size(); }

  /// The value of digits of that many places; nothing for other words.
  [[nodiscard]] std::optional<std::uint32_t> digits(std::size_t index, std::size_t fewest,
                                                    std::size_t most) const {
    if (!has(index) || text_.words[index].kind != WordKind::digits) return std::nullopt;
    const std::string_view word = text_.word(index);
    const std::size_t places = count_code_points(word);
    if (places < fewest || places > most) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t at = 0; at < word.size();)
      value = value * 10 + static_cast<std::uint32_t>(u_charDigitValue(
                               static_cast<UChar32>(next_code_point(word, at))));
    return value;
  }
  [[nodiscard]] std::optional<std::uint8_t> day(std::size_t index) const {
    const auto value = digits(index, 1, 2);
    if (!value || *value < 1 || *value > 31) return std::nullopt;
    return static_cast<std::uint8_t>(*value);
  }
  [[nodiscard]] std::optional<std::uint8_t> month_number(std::size_t index) const {
    const auto value = day(index);
    return value && *value <= 12 ? value : std::nullopt;
  }
  [[nodiscard]] std::optional<std::uint16_t> year(std::size_t index) const {
    const auto value = digits(index, 4, 4);
    if (!value || *value < first_year || *value > last_year) return std::nullopt;
    return static_cast<std::uint16_t>(*value);
  }

  [[nodiscard]] Date date_over(std::size_t first, std::size_t next) const {
    Date date;
    date.range = {text_.words[first].range.begin, text_.words[next - 1].range.end};
    return date;
  }

  /// After the 1 of 1er, 1º, 1-го and 17th, and after "of" and "de".
  [[nodiscard]] std::size_t behind_suffix(std::size_t next) const {
    const auto is_suffix = [&](std::size_t index) {
      if (!has(index) || !text_.glued(index - 1)) return false;
      const auto found = numbers_.find_folded(text_.word(index));
      return found && found->part == NumberPart::suffix;
    };
    if (has(next + 1) && text_.word(next) == "-" && text_.glued(next - 1) &&
        is_suffix(next + 1))
      return next + 2;
    if (is_suffix(next)) ++next;
    return next;
  }
  [[nodiscard]] std::size_t behind(std::size_t next, DatePart part) const {
    const auto found = has(next) ? words_.match(text_, next, part) : std::nullopt;
    return found ? found->next : next;
  }

  /// The English verbs "may" and "march", which are written small.
  [[nodiscard]] bool is_small_verb(std::size_t index) const {
    return text_.word(index) == "may" || text_.word(index) == "march";
  }

  /// A month's name, or both of تشرين الأول/أكتوبر.
  [[nodiscard]] std::optional<DateWords::Match> month(std::size_t first) const {
    auto found = words_.match(text_, first, DatePart::month);
    if (found && is_small_verb(first)) return std::nullopt;
    if (found && has(found->next + 1) && text_.word(found->next) == "/")
      if (const auto second = words_.match(text_, found->next + 1, DatePart::month))
        return second;
    return found;
  }
  [[nodiscard]] std::optional<std::pair<std::size_t, std::uint8_t>> month_before(
      std::size_t index) const {
    constexpr std::size_t longest_name = 4;  // words of تشرين الأول/أكتوبر
    for (std::size_t back = std::min(longest_name, index); back >= 1; --back)
      if (const auto found = month(index - back); found && found->next == index)
        return std::pair(index - back, found->month);
    return std::nullopt;
  }

  [[nodiscard]] Read numeric(std::size_t first) const {
    const std::size_t last = first + 4;
    if (!has(last)) return {};
    const std::string_view mark = text_.word(first + 1);
    if (mark != text_.word(first + 3) || (mark != "-" && mark != "." && mark != "/"))
      return {};
    for (std::size_t index = first; index < last; ++index)
      if (!text_.glued(index)) return {};
    const bool year_first = year(first).has_value();
    const auto written = year(year_first ? first : last);
    auto of_day = day(year_first ? last : first);
    auto of_month = day(first + 2);
    if (!written || !of_day || !of_month) return {};
    if (*of_month > 12) std::swap(of_day, of_month);
    if (*of_month > 12) return {};
    Date date = date_over(first, last + 1);
    date.year = written;
    date.month = *of_month;
    date.day = of_day;
    return {{date}, last + 1};
  }

  /// 17 October 2020; 4 and 11 October; du 4 au 6 octobre 2020.
  [[nodiscard]] Read days_and_month(std::size_t first) const {
    const auto of_day = day(first);
    if (!of_day) return {};
    const std::size_t after_day = behind_suffix(first + 1);
    const std::size_t at_month = behind(after_day, DatePart::of);
    if (const auto named = has(at_month) ? month(at_month) : std::nullopt) {
      Date date = date_over(first, named->next);
      date.month = named->month;
      date.day = of_day;
      const std::size_t next = add_year(date, named->next);
      return {{date}, next};
    }
    const auto joined =
        has(after_day) ? words_.match(text_, after_day, DatePart::list) : std::nullopt;
    if (!joined || !day(joined->next)) return {};
    Read others = days_and_month(joined->next);
    if (others.dates.empty()) return {};
    Date date = others.dates.front();
    date.range = date_over(first, after_day).range;
    date.day = of_day;
    others.dates.insert(others.dates.begin(), date);
    return others;
  }

  /// October 17, 2020.
  [[nodiscard]] Read month_and_day(std::size_t first) const {
    if (language_.primary() != "en") return {};
    const auto named = month_before(first);
    const auto of_day = day(first);
    if (!named || !of_day) return {};
    // The verb "may" is written small.
    if (!is_upper_case(code_point_at(text_.word(named->first), 0))) return {};
    Date date = date_over(named->first, first + 1);
    date.month = named->second;
    date.day = of_day;
    std::size_t next = behind_suffix(first + 1);
    if (has(next) && text_.word(next) == ",") ++next;
    const std::size_t behind_year = add_year(date, next);
    if (behind_year != next) return {{date}, behind_year};
    return with_days_behind(date, first + 1);
  }

  /// The 5 of "March 4 and 5" and of "March 4 to 5, 2020".
  [[nodiscard]] Read with_days_behind(Date date, std::size_t next) const {
    const auto joined =
        has(next) ? words_.match(text_, next, DatePart::list) : std::nullopt;
    const auto other = joined && text_.word(next) != "," && text_.word(next) != "of"
                           ? day(joined->next)
                           : std::nullopt;
    // "March 4 and 5 million" and "March 4 to 6 April" go on with something else.
    if (!other || *other <= *date.day || goes_on(joined->next + 1)) return {{date}, next};
    Date last = date_over(joined->next, joined->next + 1);
    last.month = date.month;
    last.day = other;
    std::size_t behind_day = joined->next + 1;
    if (has(behind_day) && text_.word(behind_day) == ",") ++behind_day;
    const std::size_t behind_year = add_year(last, behind_day);
    date.year = last.year;
    return {{date, last}, behind_year == behind_day ? joined->next + 1 : behind_year};
  }

  /// Whether a word that the day before it may count is at `next`.
  [[nodiscard]] bool goes_on(std::size_t next) const {
    if (!has(next) || text_.words[next].kind != WordKind::letters) return false;
    return month(next).has_value() || numbers_.find_folded(text_.word(next)).has_value();
  }

  [[nodiscard]] Read month_and_year(std::size_t first) const {
    const auto written = year(first);
    if (!written) return {};
    std::size_t before = first;
    for (std::size_t back = 1; back <= 2 && back < first; ++back)
      if (behind(first - back, DatePart::of) == first) before = first - back;
    auto named = month_before(first);
    if (!named) named = month_before(before);
    if (!named) return {};
    Date date = date_over(named->first, first + 1);
    date.month = named->second;
    date.year = written;
    Read found{{date}, first + 1};
    add_months_before(named->first, *written, found.dates);
    return found;
  }

  /// The July of "July and August 2014" and of "June, July and August 2014".
  void add_months_before(std::size_t first, std::uint16_t written,
                         std::vector<Date>& dates) const {
    constexpr std::size_t longest_link = 2;  // words
    for (std::size_t back = 1; back <= longest_link && back < first; ++back) {
      const auto link = words_.match(text_, first - back, DatePart::list);
      if (!link || link->next != first) continue;
      const auto before = month_before(first - back);
      if (!before) continue;
      // "5 July to August 2014" has its day.
      if (before->first > 0 && day(before->first - 1)) return;
      Date date = date_over(before->first, first - back);
      date.month = before->second;
      date.year = written;
      dates.insert(dates.begin(), date);
      add_months_before(before->first, written, dates);
      return;
    }
  }

  /// Adds the year that is at `next`, perhaps after "of"; gives the word after it.
  std::size_t add_year(Date& date, std::size_t next) const {
    const std::size_t at = behind(next, DatePart::of);
    const auto written = year(at);
    if (!written) return next;
    date.year = written;
    date.range.end = text_.words[at].range.end;
    return at + 1;
  }

  const DateText& text_;
  Language language_;
  const DateWords& words_;
  const NumberWords& numbers_;
};

}  // namespace

std::vector<Date> dates_in(std::string_view text, Language language) {
  return dates_in(text, words_of(text), language);
}

std::vector<Date> dates_in(std::string_view text, std::span<const Word> words,
                           Language language) {
  if (language.primary() == "zh") return chinese_dates_in(text);
  const DateText source{text, words};
  const DateReader reader(source, language);
  std::vector<Date> dates;
  for (std::size_t at = 0; at < words.size();) {
    auto read =
        words[at].kind == WordKind::digits ? reader.read(at) : DateReader::Read{{}, at};
    // The March of 15 March 8:00 has its day.
    const std::size_t taken = dates.empty() ? 0 : dates.back().range.end;
    std::erase_if(read.dates, [&](const Date& date) { return date.range.begin < taken; });
    dates.insert(dates.end(), read.dates.begin(), read.dates.end());
    at = std::max(read.next, at + 1);
  }
  return dates;
}

}  // namespace hexapla
