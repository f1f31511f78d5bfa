#include "planting.hpp"
#include "text/code_point.hpp"

#include <algorithm>

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

/// Two different sayings of a table.
template <std::size_t Count>
Planted plant_one_of(LinePair& lines, const Setting& setting, Dice& dice,
                     const std::array<Sayings, Count>& table, std::string_view rule) {
  const std::size_t right = dice.below(Count);
  const std::size_t wrong = (right + 1 + dice.below(Count - 1)) % Count;
  return plant_saying(lines, setting, table.at(right), table.at(wrong), rule);
}

constexpr std::array fractions{
    Sayings{"ثلثي الأعضاء", "two thirds of the members", "dos tercios de los miembros",
            "les deux tiers des membres", "две трети членов", "三分之二的成员"},
    Sayings{"ثلث الأعضاء", "one third of the members", "un tercio de los miembros",
            "un tiers des membres", "одна треть членов", "三分之一的成员"},
    Sayings{"ثلاثة أرباع الأعضاء", "three quarters of the members",
            "las tres cuartas partes de los miembros", "les trois quarts des membres",
            "три четверти членов", "四分之三的成员"}};

constexpr std::array temperatures{
    Sayings{"15 درجة مئوية تحت الصفر", "15 degrees Celsius below zero",
            "15 grados Celsius bajo cero", "15 degrés Celsius au-dessous de zéro",
            "15 градусов Цельсия ниже нуля", "零下15摄氏度"},
    Sayings{"15 درجة مئوية", "15 degrees Celsius", "15 grados Celsius", "15 degrés Celsius",
            "15 градусов Цельсия", "15摄氏度"}};

constexpr std::array times{Sayings{"الساعة 15/15", "3.15 p.m.", "a las 15.15 horas",
                                   "à 15 h 15", "в 15 ч. 15 м.", "下午3时15分"},
                           Sayings{"الساعة 15/50", "3.50 p.m.", "a las 15.50 horas",
                                   "à 15 h 50", "в 15 ч. 50 м.", "下午3时50分"},
                           Sayings{"الساعة 16/15", "4.15 p.m.", "a las 16.15 horas",
                                   "à 16 h 15", "в 16 ч. 15 м.", "下午4时15分"},
                           Sayings{"الساعة 10/00", "10 a.m.", "a las 10.00 horas",
                                   "à 10 heures", "в 10 ч. 00 м.", "上午10时"}};

constexpr std::array weekdays{
    Sayings{"الثلاثاء 27 حزيران/يونيه 2017", "Tuesday, 27 June 2017",
            "martes 27 de junio de 2017", "mardi 27 juin 2017",
            "вторник, 27 июня 2017 года", "2017年6月27日星期二"},
    Sayings{"الخميس 27 حزيران/يونيه 2017", "Thursday, 27 June 2017",
            "jueves 27 de junio de 2017", "jeudi 27 juin 2017",
            "четверг, 27 июня 2017 года", "2017年6月27日星期四"},
    Sayings{"الأربعاء 27 حزيران/يونيه 2017", "Wednesday, 27 June 2017",
            "miércoles 27 de junio de 2017", "mercredi 27 juin 2017",
            "среда, 27 июня 2017 года", "2017年6月27日星期三"}};

constexpr std::array months{
    Sayings{"أواخر آذار/مارس", "late March", "fines de marzo", "fin mars", "в конце марта",
            "3月下旬"},
    Sayings{"أواخر أيار/مايو", "late May", "fines de mayo", "fin mai", "в конце мая",
            "5月下旬"},
    Sayings{"أواخر أيلول/سبتمبر", "late September", "fines de septiembre", "fin septembre",
            "в конце сентября", "9月下旬"}};

constexpr std::array ordinals{
    Sayings{"الجلسة الخامسة", "5th meeting", "quinta sesión", "cinquième séance",
            "пятое заседание", "第5次会议"},
    Sayings{"الجلسة الرابعة", "4th meeting", "cuarta sesión", "quatrième séance",
            "четвертое заседание", "第4次会议"},
    Sayings{"الجلسة السابعة", "seventh meeting", "séptima sesión", "7e séance",
            "7-е заседание", "第七次会议"},
    Sayings{"الجلسة التاسعة", "ninth meeting", "novena sesión", "9e séance",
            "9-е заседание", "第九次会议"}};

constexpr std::array amounts{
    Sayings{"4.2 تريليون دولار", "$4.2 trillion", "4,2 billones de dólares",
            "4 200 milliards de dollars", "4,2 трлн долл. США", "4.2万亿美元"},
    Sayings{"4.2 بليون دولار", "$4.2 billion", "4.200 millones de dólares",
            "4,2 milliards de dollars", "4,2 млрд долл. США", "42亿美元"},
    Sayings{"4.2 ملايين دولار", "$4.2 million", "4,2 millones de dólares",
            "4,2 millions de dollars", "4,2 млн долл. США", "420万美元"}};

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

template <const auto& sayings, const std::string_view& rule>
std::optional<Planted> plant_from(LinePair& lines, const Setting& setting, Dice& dice) {
  return plant_one_of(lines, setting, dice, sayings, rule);
}

template <const auto& sayings>
void carry_from(LinePair& lines, const Setting& setting, Dice& dice) {
  carry_saying(lines, setting, sayings.at(dice.below(sayings.size())));
}

template <const auto& sayings, const std::string_view& rule>
constexpr Kind saying_kind(std::string_view name) {
  return {name, plant_from<sayings, rule>, carry_from<sayings>};
}

/// The first weekday is the one that the date is of.
void carry_weekday(LinePair& lines, const Setting& setting, Dice& /*dice*/) {
  carry_saying(lines, setting, weekdays.front());
}

}  // namespace

const std::array<Kind, 7> saying_kinds{
    saying_kind<fractions, number>("fraction"),
    saying_kind<temperatures, number>("minus"),
    saying_kind<times, date>("clock"),
    Kind{"weekday", plant_from<weekdays, date>, carry_weekday},
    saying_kind<months, date>("month"),
    saying_kind<ordinals, number>("ordinal"),
    saying_kind<amounts, number>("magnitude")};

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
