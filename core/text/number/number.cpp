#include "text/number/number.hpp"

#include "text/code_point.hpp"
#include "text/number/reader.hpp"

#include <algorithm>
#include <array>

namespace hexapla {

std::string shifted(std::string value, std::size_t zeros) {
  const std::size_t point = std::min(value.find('.'), value.size());
  std::string fraction = value.substr(std::min(point + 1, value.size()));
  value.resize(point);
  if (fraction.size() < zeros) fraction.append(zeros - fraction.size(), '0');
  value.append(fraction, 0, zeros);
  fraction.erase(0, zeros);
  value.erase(0, std::min(value.find_first_not_of('0'), value.size()));
  while (!fraction.empty() && fraction.back() == '0')
    fraction.pop_back();
  if (value.empty()) value.assign(1, '0');
  if (!fraction.empty()) value.append(1, '.').append(fraction);
  return value;
}

namespace {

NumberRead read_number(const NumberText& text, std::size_t at) {
  switch (text.words[at].kind) {
    case WordKind::digits:
      return read_digits(text, at);
    case WordKind::letters:
      if (auto roman = read_roman(text, at)) return *roman;
      return read_spelled(text, at);
    case WordKind::han:
      return read_han(text, at);
    case WordKind::punctuation:
      if (auto fraction = read_fraction(text, at)) return *fraction;
      break;
  }
  return {std::nullopt, at + 1};
}

bool counts_degrees(std::string_view behind) {
  constexpr std::array<std::string_view, 5> signs{"°", " °", "\u00A0°", "℃", " ℃"};
  return std::ranges::any_of(
      signs, [&](std::string_view sign) { return behind.starts_with(sign); });
}

/// The sign of −5 and -5 °C, not the hyphen of 5-10 or of a point in a list.
bool has_minus_sign(std::string_view text, ByteRange number) {
  std::size_t at = number.begin;
  if (at == 0) return false;
  const char32_t sign = previous_code_point(text, at);
  if (sign != U'-' && sign != U'\u2212' && sign != U'–') return false;
  const char32_t before = code_point_before(text, at);
  if (sign == U'\u2212') return !is_digit(before);
  // 增长率为-2.3%: Chinese has no space before the sign.
  constexpr std::u32string_view before_amounts = U"为為是至到达達了在约約于於";
  if (before_amounts.find(before) != std::u32string_view::npos) return true;
  // At the start it marks a point, unless degrees are counted, and after a number it stands
  // for "to".
  if (before == 0 && counts_degrees(text.substr(number.end))) return true;
  if (!is_white_space(before) && before != U'(' && before != U'（') return false;
  while (at > 0 && is_white_space(code_point_before(text, at)))
    (void)previous_code_point(text, at);
  return at > 0 && !is_digit(code_point_before(text, at));
}

/// The sign of 1.4-, which Arabic text may have behind, as it was typed from right to left.
bool has_minus_behind(std::string_view text, ByteRange number, Language language) {
  if (language != languages::ar || number.end >= text.size() || text[number.end] != '-')
    return false;
  const char32_t next = code_point_at(text, number.end + 1);
  if (next == 0 || next == U')' || next == U'%' || next == U'٪') return true;
  // Not the 10- of a range or of "tenfold": what may be below zero is counted in this.
  constexpr std::array<std::string_view, 6> counted{"في الم", "بالم", "درج",
                                                    "نقط",    "°",    "نقاط"};
  std::string_view rest = text.substr(number.end + 1);
  if (!rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  return std::ranges::any_of(counted,
                             [&](std::string_view unit) { return rest.starts_with(unit); });
}

/// What may join the ends of a range or the items of a list.
bool joins_range(std::string_view gap) {
  constexpr std::array<std::string_view, 27> links{
      "-", "–", "—", "~",  "～", "－", "至", "到", "或", "和",  "、",  "to", "or", "and",
      ",", "à", "a", "ou", "et", "y",  "o",  "до", "и",  "или", "إلى", "أو", "و"};
  const auto blank = [](char letter) { return letter == ' '; };
  while (!gap.empty() && blank(gap.front()))
    gap.remove_prefix(1);
  while (!gap.empty() && blank(gap.back()))
    gap.remove_suffix(1);
  return std::ranges::find(links, gap) != links.end();
}

/// 2 to 3 million: the multiplier after the end counts the start as well, unless that is
/// larger by itself.
void share_multipliers(const NumberText& text, std::vector<Number>& numbers,
                       const std::vector<std::size_t>& zeros) {
  for (std::size_t index = numbers.size(); index-- > 1;) {
    Number& start = numbers[index - 1];
    const Number& end = numbers[index];
    const std::size_t shared = zeros[index];
    if (shared == 0 || zeros[index - 1] != 0 || start.ordinal || start.fraction) continue;
    if (start.range.end > end.range.begin) continue;
    const std::string_view gap =
        text.text.substr(start.range.end, end.range.begin - start.range.end);
    if (!joins_range(gap)) continue;
    const std::size_t end_digits = std::min(end.value.find('.'), end.value.size());
    const std::size_t digits = std::min(start.value.find('.'), start.value.size());
    start.other_value = shifted(start.value, shared);
    // 2 and 3 million, but 500 to 3 million.
    if (digits + shared <= end_digits) std::swap(start.value, start.other_value);
  }
}

}  // namespace

std::vector<Number> numbers_in(std::string_view text, Language language) {
  return numbers_in(text, words_of(text), language);
}

std::vector<Number> numbers_in(std::string_view text, std::span<const Word> words,
                               Language language) {
  const NumberText source{text, words, language, NumberWords::of(language)};
  std::vector<Number> numbers;
  std::vector<std::size_t> zeros;  // of each number's multiplier
  const bool has_decades = text.find("世纪") != std::string_view::npos ||
                           text.find("世紀") != std::string_view::npos;
  for (std::size_t at = 0; at < words.size();) {
    if (has_decades)
      if (auto decade = read_decade(source, at)) {
        numbers.push_back(std::move(*decade->number));
        zeros.push_back(0);
        at = decade->next;
        continue;
      }
    NumberRead read = read_number(source, at);
    at = read.next;
    if (!read.number) continue;
    if (has_minus_behind(text, read.number->range, language)) {
      read.number->negative = true;
      ++read.number->range.end;
    }
    read.number->negative = read.number->negative ||
                            has_minus_sign(text, read.number->range) ||
                            source.vocabulary.is_negative(text, read.number->range);
    numbers.push_back(std::move(*read.number));
    zeros.push_back(read.zeros);
  }
  share_multipliers(source, numbers, zeros);
  return numbers;
}

}  // namespace hexapla
