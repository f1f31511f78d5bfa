#include "text/code_point.hpp"
#include "text/date/date.hpp"
#include "text/date/date_words.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Languages in which names of months are words as well: may, mars (the planet), آب.
bool has_doubtful_names(Language language) {
  return language == languages::en || language == languages::fr ||
         language == languages::ar;
}

}  // namespace

std::vector<Date> bare_months_in(std::string_view text, std::span<const Word> words,
                                 Language language, std::span<const Date> dates) {
  if (language.primary() == "zh") return {};
  const DateText source{text, words};
  const DateWords& table = DateWords::of(language);
  const bool doubtful = has_doubtful_names(language);
  std::vector<Date> months;
  for (std::size_t at = 0; at < words.size();) {
    const auto named = words[at].kind == WordKind::letters
                           ? table.match(source, at, DatePart::month)
                           : std::nullopt;
    if (!named) {
      ++at;
      continue;
    }
    // The second name of آذار/مارس is the same month.
    std::size_t next = named->next;
    if (next + 1 < words.size() && source.word(next) == "/")
      if (const auto second = table.match(source, next + 1, DatePart::month);
          second && second->month == named->month)
        next = second->next;
    const ByteRange range{words[at].range.begin, words[next - 1].range.end};
    const bool dated = std::ranges::any_of(dates, [&](const Date& date) {
      return range.begin < date.range.end && date.range.begin < range.end;
    });
    const bool is_capital =
        language != languages::en || is_upper_case(code_point_at(text, range.begin));
    // "early May", "from March": what is before it makes the word a month.
    const bool sure = !doubtful || table.ends_before(source, at, DatePart::before_month);
    if (!dated && is_capital && sure) {
      Date month;
      month.range = range;
      month.month = named->month;
      months.push_back(month);
    }
    at = next;
  }
  return months;
}

}  // namespace hexapla
