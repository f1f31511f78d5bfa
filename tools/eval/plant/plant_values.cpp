#include "plant_data.hpp"
#include "planting.hpp"
#include "text/code_point.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace hexapla::plant {
namespace {

/// What one language says, in the order of `tags`.
using Sayings = std::array<std::string_view, 6>;
constexpr std::array<std::string_view, 6> tags{"ar", "en", "es", "fr", "ru", "zh"};

std::size_t index_of(Language language) {
  const auto* const found = std::ranges::find(tags, language.primary());
  return static_cast<std::size_t>(found - tags.begin()) % tags.size();
}

/// Puts ` (what)` before the full stop. Returns: where `what` stands.
ByteRange put_in(std::string& text, std::string_view what, Language language) {
  const std::size_t at = before_end(text);
  const std::string opening = language.spaceless() ? "（" : " (";
  const std::string closing = language.spaceless() ? "）" : ")";
  text.insert(at, opening + std::string(what) + closing);
  return {at + opening.size(), at + opening.size() + what.size()};
}

/// Puts one saying of a table into the source and another one into the target.
Planted plant_saying(LinePair& lines, const Setting& setting, const Sayings& source,
                     const Sayings& target, std::string_view rule) {
  (void)put_in(lines.source, source.at(index_of(setting.source)), setting.source);
  const std::string_view right = source.at(index_of(setting.target));
  const std::string_view wrong = target.at(index_of(setting.target));
  const ByteRange place = put_in(lines.target, right, setting.target);
  return replaced(lines.target, place, wrong, rule);
}

void carry_saying(LinePair& lines, const Setting& setting, const Sayings& saying) {
  (void)put_in(lines.source, saying.at(index_of(setting.source)), setting.source);
  (void)put_in(lines.target, saying.at(index_of(setting.target)), setting.target);
}

/// Those of a kind, as sayings.tsv has them.
const std::vector<Sayings>& sayings_of(std::string_view kind) {
  static const auto by_kind = [] {
    std::map<std::string_view, std::vector<Sayings>> read_once;
    for (const auto& row : rows_of_table(embedded::sayings_tsv)) {
      Sayings& sayings = read_once[row.at(0)].emplace_back();
      for (std::size_t language = 0; language < tags.size(); ++language)
        sayings.at(language) = row.at(language + 1);
    }
    return read_once;
  }();
  return by_kind.at(kind);
}

/// Two different sayings of a table.
Planted plant_one_of(LinePair& lines, const Setting& setting, Dice& dice,
                     const std::vector<Sayings>& table, std::string_view rule) {
  const std::size_t right = dice.below(table.size());
  const std::size_t wrong = (right + 1 + dice.below(table.size() - 1)) % table.size();
  return plant_saying(lines, setting, table.at(right), table.at(wrong), rule);
}

struct Miles {
  std::string_view metric;
  std::string_view right;
  std::string_view wrong;
};
constexpr std::array conversions{Miles{"8", "5", "7"}, Miles{"161", "100", "140"},
                                 Miles{"40", "25", "35"}, Miles{"16", "10", "14"}};
constexpr Sayings kilometre{"كيلومتر", "km", "km", "km", "км", "公里"};
constexpr Sayings mile{"ميل", "miles", "millas", "milles", "миль", "英里"};

std::string measure(std::string_view value, const Sayings& unit, Language language) {
  return std::string(value) + (language.spaceless() ? "" : " ") +
         std::string(unit.at(index_of(language)));
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Digits that count something, apart from letters and other digits.
std::vector<ByteRange> free_numbers(std::string_view text) {
  std::vector<ByteRange> numbers;
  for (const ByteRange digits : digit_runs(text)) {
    const char32_t before = code_point_before(text, digits.begin);
    const char32_t behind = code_point_at(text, digits.end);
    constexpr std::u32string_view joiners = U"-/_:.,@#\u2010\u2011\u2013\u2014'’º°";
    const auto joins = [&](char32_t mark) {
      return (is_letter(mark) && !is_han(mark)) || joiners.find(mark) != joiners.npos;
    };
    if (!joins(before) && !joins(behind) && digits.begin > 1 && !is_year(digits.of(text)))
      numbers.push_back(digits);
  }
  return numbers;
}

constexpr std::string_view number = "number";
constexpr std::string_view date = "date";

constexpr std::string_view fraction = "fraction";
constexpr std::string_view below_zero = "minus";
constexpr std::string_view clock_time = "clock";
constexpr std::string_view weekday = "weekday";
constexpr std::string_view month = "month";
constexpr std::string_view ordinal = "ordinal";
constexpr std::string_view magnitude = "magnitude";

template <const std::string_view& kind, const std::string_view& rule>
std::optional<Planted> plant_from(LinePair& lines, const Setting& setting, Dice& dice) {
  return plant_one_of(lines, setting, dice, sayings_of(kind), rule);
}

template <const std::string_view& kind>
void carry_from(LinePair& lines, const Setting& setting, Dice& dice) {
  const std::vector<Sayings>& sayings = sayings_of(kind);
  carry_saying(lines, setting, sayings.at(dice.below(sayings.size())));
}

template <const std::string_view& kind, const std::string_view& rule>
constexpr Kind saying_kind() {
  return {kind, plant_from<kind, rule>, carry_from<kind>};
}

/// The first weekday is the one that the date is of.
void carry_weekday(LinePair& lines, const Setting& setting, Dice& /*dice*/) {
  carry_saying(lines, setting, sayings_of(weekday).front());
}

}  // namespace

const std::array<Kind, 7> saying_kinds{
    saying_kind<fraction, number>(),
    saying_kind<below_zero, number>(),
    saying_kind<clock_time, date>(),
    Kind{weekday, plant_from<weekday, date>, carry_weekday},
    saying_kind<month, date>(),
    saying_kind<ordinal, number>(),
    saying_kind<magnitude, number>()};

std::optional<Planted> plant_conversion(LinePair& lines, const Setting& setting,
                                        Dice& dice) {
  const Miles& miles = conversions.at(dice.below(conversions.size()));
  (void)put_in(lines.source, measure(miles.metric, kilometre, setting.source),
               setting.source);
  const std::string right = measure(miles.right, mile, setting.target);
  const ByteRange place = put_in(lines.target, right, setting.target);
  return replaced(lines.target, place, measure(miles.wrong, mile, setting.target),
                  "number");
}
void carry_conversion(LinePair& lines, const Setting& setting, Dice& dice) {
  const Miles& miles = conversions.at(dice.below(conversions.size()));
  (void)put_in(lines.source, measure(miles.metric, kilometre, setting.source),
               setting.source);
  (void)put_in(lines.target, measure(miles.right, mile, setting.target), setting.target);
}

std::optional<Planted> plant_lost_percent(LinePair& lines, const Setting& /*setting*/,
                                          Dice& /*dice*/) {
  constexpr std::array<std::string_view, 9> signs{
      "%",          " %",          "\u00A0%",    " per cent", " percent",
      " pour cent", " por ciento", " процентов", " في المائة"};
  if (lines.source.find('%') == std::string::npos &&
      lines.source.find("百分之") == std::string::npos &&
      lines.source.find("per cent") == std::string::npos)
    return std::nullopt;
  for (const ByteRange digits : free_numbers(lines.target + " "))
    for (const std::string_view sign : signs) {
      if (!std::string_view(lines.target).substr(digits.end).starts_with(sign)) continue;
      // The one per cent of the line: another one might account for it.
      const auto last = sign.substr(sign.find_first_not_of(" \u00A0"));
      if (lines.target.find(last) != lines.target.rfind(last)) continue;
      Planted error =
          replaced(lines.target, {digits.end, digits.end + sign.size()}, "", "unit");
      error.range = digits;
      return error;
    }
  return std::nullopt;
}

std::optional<Planted> plant_swap(LinePair& lines, const Setting& /*setting*/, Dice& dice) {
  const std::vector<ByteRange> numbers = free_numbers(lines.target);
  if (numbers.size() < 2) return std::nullopt;
  const std::size_t first = dice.below(numbers.size() - 1);
  const ByteRange one = numbers[first];
  const ByteRange other = numbers[first + 1];
  const std::string before(one.of(lines.target));
  const std::string behind(other.of(lines.target));
  if (before == behind) return std::nullopt;
  lines.target.replace(other.begin, other.size(), before);
  return replaced(lines.target, one, behind, "number");
}

}  // namespace hexapla::plant
