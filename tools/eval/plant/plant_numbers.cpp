#include "plant_data.hpp"
#include "planting.hpp"
#include "text/code_point.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace hexapla::plant {
namespace {

using Months = std::vector<std::string_view>;

/// The rows of months.tsv in a language.
const std::vector<Months>& month_names(Language language) {
  static std::map<Language, std::vector<Months>> read_before;
  const auto [names, is_new] = read_before.try_emplace(language);
  if (is_new)
    for (const auto& row : rows_of_language(embedded::months_tsv, language))
      names->second.push_back(parts_of(row.at(0), '|'));
  return names->second;
}

struct MonthPlace {
  ByteRange range;
  const Months* names = nullptr;
  std::size_t month = 0;
};

std::vector<MonthPlace> months_in(std::string_view text, Language language) {
  std::vector<MonthPlace> found;
  for (const Months& names : month_names(language))
    for (std::size_t month = 0; month < names.size(); ++month)
      for (const ByteRange range : places_of(names[month], text))
        found.push_back({range, &names, month});
  return found;
}

/// True when nothing but spaces, commas and "de" is between the two places.
bool are_neighbours(std::string_view text, ByteRange digits, ByteRange month) {
  const std::size_t begin = std::min(digits.end, month.end);
  const std::size_t end = std::max(digits.begin, month.begin);
  if (begin > end) return false;
  const std::string_view gap = text.substr(begin, end - begin);
  constexpr std::array<std::string_view, 6> gaps{" ",    "\u00A0", ", ",
                                                 " de ", " del ",  "er "};
  return std::ranges::find(gaps, gap) != gaps.end();
}

bool belongs_to_date(std::string_view text, ByteRange digits,
                     const std::vector<MonthPlace>& months) {
  return std::ranges::any_of(months, [&](const MonthPlace& month) {
    return are_neighbours(text, digits, month.range);
  });
}

/// True for digits that stand free, not in a name (COVID-19), an address or 2019-nCoV.
bool stands_free(std::string_view text, ByteRange digits) {
  const char32_t before = code_point_before(text, digits.begin);
  const char32_t behind = code_point_at(text, digits.end);
  const auto joins = [](char32_t mark) {
    constexpr std::u32string_view joiners = U"-/_:.,@#\u2010\u2011\u2013\u2014'’º°";
    return (is_letter(mark) && !is_han(mark)) || joiners.find(mark) != joiners.npos;
  };
  return !joins(before) && (!joins(behind) || behind == U',' || behind == U'.');
}

/// A year is mostly part of a date, and a number at the start may be a point's.
bool is_year_or_label(std::string_view text, ByteRange digits) {
  const std::string_view number = digits.of(text);
  const bool year =
      number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  return year || digits.begin < 2;
}

/// Another number with as many digits.
std::string miswritten(std::string_view digits, Dice& dice) {
  std::string wrong(digits);
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < wrong.size(); ++at)
    if (wrong[at] >= '0' && wrong[at] <= '9') places.push_back(at);
  const std::size_t chosen = dice.below(places.size());
  const std::size_t place = places[chosen];
  // Two neighbours change places, the commonest slip, where that changes anything.
  if (chosen + 1 < places.size() && wrong[place] != wrong[places[chosen + 1]] &&
      wrong[places[chosen + 1]] != '0') {
    std::swap(wrong[place], wrong[places[chosen + 1]]);
    return wrong;
  }
  const auto shift = static_cast<int>(1 + dice.below(8));
  const int digit = (wrong[place] - '0' + shift) % 10;
  wrong[place] = static_cast<char>('0' + (digit == 0 ? 9 : digit));
  return wrong == digits ? wrong + '0' : wrong;
}

}  // namespace

std::optional<Planted> plant_number(LinePair& lines, const Setting& setting, Dice& dice) {
  const std::vector<MonthPlace> months = months_in(lines.target, setting.target);
  std::vector<ByteRange> places;
  for (const ByteRange digits : digit_runs(lines.target))
    if (stands_free(lines.target, digits) && !is_year_or_label(lines.target, digits) &&
        !belongs_to_date(lines.target, digits, months))
      places.push_back(digits);
  if (places.empty()) return std::nullopt;
  const ByteRange place = places[dice.below(places.size())];
  return replaced(lines.target, place, miswritten(place.of(lines.target), dice), "number");
}

std::optional<Planted> plant_date(LinePair& lines, const Setting& setting, Dice& dice) {
  const std::vector<MonthPlace> months = months_in(lines.target, setting.target);
  for (const MonthPlace& month : months) {
    std::vector<ByteRange> neighbours;
    for (const ByteRange digits : digit_runs(lines.target))
      if (are_neighbours(lines.target, digits, month.range)) neighbours.push_back(digits);
    if (neighbours.empty()) continue;
    const std::size_t choice = dice.below(neighbours.size() + 1);
    if (choice == neighbours.size()) {
      const std::size_t other = (month.month + 1 + dice.below(11)) % 12;
      return replaced(lines.target, month.range, (*month.names)[other], "date");
    }
    const ByteRange digits = neighbours[choice];
    std::string wrong(digits.of(lines.target));
    // The last digit goes on by one, 9 and days that do not exist go back.
    wrong.back() = static_cast<char>(wrong.back() == '9' || wrong == "31" || wrong == "30"
                                         ? wrong.back() - 1
                                         : wrong.back() + 1);
    if (wrong == "0") wrong = "2";
    return replaced(lines.target, digits, wrong, "date");
  }
  return std::nullopt;
}

std::optional<Planted> plant_unit(LinePair& lines, const Setting& setting, Dice& dice) {
  using Units = std::array<std::string_view, 5>;
  constexpr std::array<Units, 6> tables{
      Units{"%", "°C", "km", "mg", "kg"},
      Units{"$", "€", "£", "¥", "₽"},
      Units{"км", "мг", "кг", "мл", "см"},
      Units{"per cent", "percent", "pour cent", "por ciento", "процентов"},
      Units{"hours", "days", "weeks", "months", "years"},
      Units{"часов", "дней", "недель", "месяцев", "лет"}};
  (void)setting;
  for (const Units& units : tables)
    for (const std::string_view unit : units)
      for (const ByteRange digits : digit_runs(lines.target)) {
        std::size_t begin = digits.end;
        for (const std::string_view space : {" ", "\u00A0", "\u202F"})
          if (lines.target.substr(begin).starts_with(space)) begin += space.size();
        const bool behind = lines.target.substr(begin).starts_with(unit);
        const bool before =
            std::string_view(lines.target).substr(0, digits.begin).ends_with(unit);
        if (!behind && !before) continue;
        const ByteRange place = behind
                                    ? ByteRange{begin, begin + unit.size()}
                                    : ByteRange{digits.begin - unit.size(), digits.begin};
        if (is_letter(code_point_at(lines.target, place.end))) continue;
        std::string_view other = units[dice.below(units.size())];
        // Per cent by another word would be right; another thing per hundred is not.
        if (unit.size() > 5 || unit == "percent") other = behind ? "‰" : "%";
        if (other == unit) other = unit == units[0] ? units[1] : units[0];
        return replaced(lines.target, place, other, "unit");
      }
  return std::nullopt;
}

}  // namespace hexapla::plant
