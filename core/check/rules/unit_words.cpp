#include "check/rules/unit_words.hpp"

#include "check_data.hpp"
#include "text/code_point.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace hexapla {
namespace {

struct Form {
  std::string_view text;
  std::string_view unit;
  std::string_view dimension;
  double factor = 0;
};

using FormsByByte = std::array<std::vector<Form>, 256>;

/// All forms, the longest first.
struct UnitForms {
  FormsByByte behind;  ///< By their first byte.
  FormsByByte before;  ///< By their last byte.
};

double number_from(std::string_view digits) {
  double number = 0;
  (void)std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::size_t index_of(char byte) {
  return static_cast<unsigned char>(byte);
}

const UnitForms& forms() {
  static const UnitForms made_once = [] {
    UnitForms all;
    for (const auto& row : rows_of_table(embedded::units_tsv)) {
      constexpr std::size_t columns = 5;
      const bool converts = row.size() == columns;
      for (const std::string_view text : parts_of(row.at(2), '|')) {
        const Form form{text, row.at(0), converts ? row.at(3) : std::string_view(),
                        converts ? number_from(row.at(4)) : 0};
        if (row.at(1) == "before") {
          all.before.at(index_of(text.back())).push_back(form);
        } else {
          all.behind.at(index_of(text.front())).push_back(form);
        }
      }
    }
    for (auto* lists : {&all.behind, &all.before})
      for (auto& list : *lists)
        std::ranges::stable_sort(list, std::ranges::greater(),
                                 [](const Form& form) { return form.text.size(); });
    return all;
  }();
  return made_once;
}

MeasureUnit unit_of(const Form& form, ByteRange range) {
  return {form.unit, range, form.dimension, form.factor};
}

constexpr std::array<std::string_view, 6> spaces{" ",      "\u00A0", "\u202F",
                                                 "\u2009", "-",      "‑"};

std::size_t behind_space(std::string_view text, std::size_t at) {
  for (const std::string_view space : spaces)
    if (text.substr(at).starts_with(space)) return at + space.size();
  return at;
}

std::size_t before_space(std::string_view text, std::size_t at) {
  for (const std::string_view space : spaces)
    if (text.substr(0, at).ends_with(space)) return at - space.size();
  return at;
}

bool goes_on_as_word(char32_t last, char32_t next) {
  return is_letter(last) && is_letter(next) && !is_han(last) && !is_han(next);
}

/// Half of the last place that says something: 0.5 for 8, 50 for 1600, 0.05 for 2.5; never
/// more than a tenth of a number with one figure, and a thirtieth of others.
double half_step(const std::string& value, double number) {
  constexpr double of_one_figure = 0.1;
  constexpr double of_more = 0.03;
  double step = 1;
  const std::size_t point = value.find('.');
  std::size_t figures = value.size();
  if (point != std::string::npos) {
    --figures;
    for (std::size_t place = point + 1; place < value.size(); ++place)
      step /= 10;
  } else {
    for (std::size_t at = value.size(); at > 1 && value[at - 1] == '0'; --at, --figures)
      step *= 10;
  }
  return std::min(step / 2, number * (figures == 1 ? of_one_figure : of_more));
}

/// In basic units: metres, kilograms, degrees Celsius.
double in_basic_units(double number, const MeasureUnit& unit) {
  constexpr double freezing_point = 32;  // °F
  const double zero = unit.name == "degree fahrenheit" ? freezing_point : 0;
  return (number - zero) * unit.factor;
}

}  // namespace

bool may_be_same(const MeasureUnit& one, const MeasureUnit& other) {
  const auto begins = [](std::string_view name, std::string_view longer) {
    return longer.starts_with(name) &&
           (longer.size() == name.size() || longer[name.size()] == ' ');
  };
  // ¥ is the sign of both.
  constexpr std::string_view yen_or_yuan = "yen or yuan";
  const auto is_either = [&](std::string_view sign, std::string_view name) {
    return sign == yen_or_yuan && (name == "yen" || name == "yuan");
  };
  return begins(one.name, other.name) || begins(other.name, one.name) ||
         is_either(one.name, other.name) || is_either(other.name, one.name);
}

bool is_conversion(const Amount& one, const MeasureUnit& one_unit, const Amount& other,
                   const MeasureUnit& other_unit) {
  if (one_unit.dimension.empty() || one_unit.dimension != other_unit.dimension ||
      one_unit.name == other_unit.name)
    return false;
  if (one.value.find_first_not_of("0123456789.") != std::string::npos ||
      other.value.find_first_not_of("0123456789.") != std::string::npos)
    return false;
  const double here = number_from(one.value);
  const double there = number_from(other.value);
  const double apart =
      std::abs(in_basic_units(one.negative ? -here : here, one_unit) -
               in_basic_units(other.negative ? -there : there, other_unit));
  constexpr double exact = 1e-9;
  return apart <= std::max(half_step(one.value, here) * one_unit.factor,
                           half_step(other.value, there) * other_unit.factor) +
                      exact;
}

namespace {

/// The unit whose form starts at byte `begin`.
std::optional<MeasureUnit> unit_from(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return std::nullopt;
  for (const Form& form : forms().behind[index_of(text[begin])]) {
    if (!text.substr(begin).starts_with(form.text)) continue;
    const std::size_t end = begin + form.text.size();
    if (!goes_on_as_word(code_point_before(text, end), code_point_at(text, end)))
      return unit_of(form, {begin, end});
  }
  return std::nullopt;
}

/// After the "of" of millones de dólares, millions d’euros.
std::size_t behind_of(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> links{"de ", "d’", "d'", "of ", "من "};
  for (const std::string_view link : links)
    if (text.substr(at).starts_with(link)) return at + link.size();
  return at;
}

}  // namespace

std::optional<MeasureUnit> unit_at(std::string_view text, ByteRange number) {
  const std::size_t begin = behind_space(text, number.end);
  if (auto unit = unit_from(text, begin)) return unit;
  if (const std::size_t after = behind_of(text, begin); after != begin)
    if (auto unit = unit_from(text, after)) return unit;
  const std::size_t end = before_space(text, number.begin);
  if (end == 0) return std::nullopt;
  for (const Form& form : forms().before[index_of(text[end - 1])]) {
    if (!text.substr(0, end).ends_with(form.text)) continue;
    const std::size_t first = end - form.text.size();
    if (!goes_on_as_word(code_point_before(text, first), code_point_at(text, first)))
      return unit_of(form, {first, end});
  }
  return std::nullopt;
}

}  // namespace hexapla
