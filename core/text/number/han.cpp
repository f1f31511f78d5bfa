#include "text/number/reader.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

constexpr std::string_view share = "分之";
constexpr std::string_view per_cent = "百分之";

std::optional<NumberWord> numeral_at(const NumberText& text, std::size_t index) {
  if (index >= text.words.size() || text.words[index].kind != WordKind::han ||
      !text.vocabulary.may_begin(text.word(index)))
    return std::nullopt;
  const auto found = text.vocabulary.find(text.word(index));
  if (!found) return std::nullopt;
  const bool numeral = found->part == NumberPart::digit ||
                       found->part == NumberPart::times || found->part == NumberPart::scale;
  return numeral ? found : std::nullopt;
}

std::optional<NumberPart> part_before(const NumberText& text, std::size_t index) {
  if (index == 0 || !text.gap_after(index - 1).empty()) return std::nullopt;
  const auto found = text.vocabulary.find(text.word(index - 1));
  return found ? std::optional(found->part) : std::nullopt;
}

bool counts_something(const NumberText& text, std::size_t next) {
  if (next >= text.words.size()) return false;
  const std::string_view rest = text.text.substr(text.words[next].range.begin);
  return std::ranges::any_of(text.vocabulary.counters(), [&](const std::string& counter) {
    return rest.starts_with(counter);
  });
}

std::uint64_t ten_to(std::uint64_t exponent) {
  std::uint64_t power = 1;
  for (; exponent > 0; --exponent)
    power *= 10;
  return power;
}

/// Characters that 上半年, 下半年 and 半数 begin with; 一 is a numeral.
bool may_begin_half(std::string_view word) {
  return word == "上" || word == "下" || word == "半";
}

/// The value of a positional run with 十百千万亿; nothing when it is not well formed.
std::optional<std::uint64_t> value_with_places(std::span<const NumberWord> numerals) {
  std::uint64_t closed = 0;
  std::uint64_t least_scale = ~std::uint64_t{0};  // of what is closed
  std::uint64_t group = 0;
  std::uint64_t digit = 0;  // 0 also when none is before a place
  for (const NumberWord& numeral : numerals) {
    if (numeral.part == NumberPart::digit) {
      if (digit != 0) return std::nullopt;  // 七八十: about that many
      digit = numeral.value;
      continue;
    }
    const std::uint64_t power = ten_to(numeral.value);
    if (numeral.part == NumberPart::times) {
      const bool leading_ten = digit == 0 && group == 0 && power == 10;
      if (digit == 0 && !leading_ten) return std::nullopt;
      group += (leading_ten ? 1 : digit) * power;
    } else {
      group += digit;
      if (group == 0 && closed == 0) return std::nullopt;  // 万一
      // 十三亿五千万 adds 万 to what has 亿; 三万亿 multiplies.
      if (power < least_scale && closed != 0) {
        closed += group * power;
      } else {
        closed = (closed + group) * power;
      }
      least_scale = power;
      group = 0;
    }
    digit = 0;
  }
  return closed + group + digit;
}

/// 二〇二〇: a year digit by digit.
std::optional<std::uint64_t> value_of_year(std::span<const NumberWord> numerals) {
  constexpr std::size_t digits_of_year = 4;
  if (numerals.size() != digits_of_year) return std::nullopt;
  std::uint64_t value = 0;
  for (const NumberWord& numeral : numerals)
    value = value * 10 + numeral.value;
  return value;
}

std::optional<std::uint64_t> value_of_numerals(std::span<const NumberWord> numerals) {
  constexpr std::size_t most_numerals = 16;  // beyond that it is no number in running text
  if (numerals.size() > most_numerals) return std::nullopt;
  const bool only_digits = std::ranges::all_of(
      numerals, [](const NumberWord& one) { return one.part == NumberPart::digit; });
  if (!only_digits) return value_with_places(numerals);
  return numerals.size() == 1 ? std::optional(numerals[0].value) : value_of_year(numerals);
}

/// A run of numerals, and the word after it.
struct HanNumerals {
  std::vector<NumberWord> said;
  std::size_t next = 0;
};

/// 一百多万, 二十余万, 十几万: "and more" stands before the 万 or 亿.
bool is_more_before_scale(const NumberText& text, std::size_t index) {
  if (index + 1 >= text.words.size() || !text.gap_after(index).empty()) return false;
  const std::string_view word = text.word(index);
  if (word != "多" && word != "余" && word != "几") return false;
  const auto scale = numeral_at(text, index + 1);
  return scale && scale->part == NumberPart::scale;
}

HanNumerals numerals_from(const NumberText& text, std::size_t first) {
  HanNumerals numerals{{}, first};
  std::size_t& next = numerals.next;
  while (next < text.words.size()) {
    if (next > first && !text.gap_after(next - 1).empty()) break;
    if (next > first && is_more_before_scale(text, next)) ++next;
    const auto numeral = numeral_at(text, next);
    if (!numeral) break;
    numerals.said.push_back(*numeral);
    ++next;
  }
  return numerals;
}

/// 三分之二 is two thirds; 百分之五 is five per cent, whose five is read next.
NumberRead read_share(const NumberText& text, std::size_t first, const HanNumerals& whole) {
  const std::size_t behind = whole.next + count_code_points(share);
  if (text.word(first) == "百") return {std::nullopt, behind};
  const auto [numerals, next] = numerals_from(text, behind);
  const auto parts = value_of_numerals(whole.said);
  const auto said = numerals.empty() ? std::nullopt : value_of_numerals(numerals);
  constexpr std::uint64_t most_parts = 20;  // beyond that it is a rate: 千分之三
  if (!parts || !said || *parts == 0 || *said >= *parts || *parts > most_parts)
    return {std::nullopt, next};
  Number number;
  number.range = {text.words[first].range.begin, text.words[next - 1].range.end};
  number.value = fraction_value(*said, *parts);
  number.in_words = true;
  number.fraction = true;
  return {std::move(number), next};
}

/// 一半, 半数: half of something.
std::optional<NumberRead> read_han_half(const NumberText& text, std::size_t first) {
  constexpr std::array<std::string_view, 2> halves{"一半", "半数"};
  const std::string_view rest = text.text.substr(text.words[first].range.begin);
  for (const std::string_view half : halves) {
    if (!rest.starts_with(half)) continue;
    Number number;
    number.range = {text.words[first].range.begin, text.words[first + 1].range.end};
    number.value = fraction_value(1, 2);
    number.in_words = true;
    number.fraction = true;
    return NumberRead{std::move(number), first + 2};
  }
  return std::nullopt;
}

/// 上半年, 下半年: the first and the second half of a year.
std::optional<NumberRead> read_half_year(const NumberText& text, std::size_t first) {
  constexpr std::size_t characters = 3;
  const std::string_view rest = text.text.substr(text.words[first].range.begin);
  const bool early = rest.starts_with("上半年");
  if (!early && !rest.starts_with("下半年")) return std::nullopt;
  Number number;
  number.range = {text.words[first].range.begin,
                  text.words[first + characters - 1].range.end};
  number.value = early ? "1" : "2";
  number.in_words = true;
  number.ordinal = true;
  return NumberRead{std::move(number), first + characters};
}

/// The 五 of 十二点五, behind word `next`; empty for 三点五分, which is a time, and
/// 两点建议.
std::string decimals_at(const NumberText& text, std::size_t next) {
  if (next >= text.words.size() || text.word(next) != "点") return "";
  std::string digits;
  std::size_t at = next + 1;
  for (auto numeral = numeral_at(text, at); numeral && numeral->part == NumberPart::digit;
       numeral = numeral_at(text, ++at))
    digits += std::to_string(numeral->value);
  const bool is_time =
      at < text.words.size() &&
      (text.word(at) == "分" || text.word(at) == "十" || text.word(at) == "半");
  return is_time ? "" : digits;
}

/// 二十世纪, 七十五周年: other languages have the twentieth, the seventy-fifth.
bool is_counted_in_order(const NumberText& text, std::size_t next) {
  if (next >= text.words.size()) return false;
  const std::string_view rest = text.text.substr(text.words[next].range.begin);
  return rest.starts_with("世纪") || rest.starts_with("周年");
}

/// The power of ten of the 万 or 亿 at the end.
std::size_t zeros_at_end(std::span<const NumberWord> numerals) {
  return numerals.back().part == NumberPart::scale
             ? static_cast<std::size_t>(numerals.back().value)
             : 0;
}

}  // namespace

NumberRead read_han(const NumberText& text, std::size_t first) {
  const std::string_view word = text.word(first);
  if (!text.vocabulary.may_begin(word) && !may_begin_half(word))
    return {std::nullopt, first + 1};
  if (auto half = read_han_half(text, first)) return *half;
  if (auto half = read_half_year(text, first)) return *half;
  const HanNumerals run = numerals_from(text, first);
  const auto& [numerals, next] = run;
  if (numerals.empty()) return {std::nullopt, first + 1};
  if (text.text.substr(text.words[next - 1].range.end).starts_with(share))
    return read_share(text, first, run);
  const auto before = part_before(text, first);
  // 附件三 is annex III.
  const bool ordinal =
      before == NumberPart::ordinal_mark || is_counted_in_order(text, next) ||
      text.vocabulary.divides_before(text.text, text.words[first].range.begin);
  const std::string decimals = ordinal ? "" : decimals_at(text, next);
  const bool certain =
      ordinal || numerals.size() > 1 || counts_something(text, next) || !decimals.empty() ||
      text.text.substr(0, text.words[first].range.begin).ends_with(per_cent);
  const auto value = value_of_numerals(numerals);
  if (!certain || !value || before == NumberPart::vague) return {std::nullopt, next};
  std::size_t last = next - 1;
  Number number;
  number.value = with_half(text, std::to_string(*value), 0, last);
  if (!decimals.empty()) {
    number.value += '.' + decimals;
    last += 1 + decimals.size();
  }
  number.range = {text.words[first].range.begin, text.words[last].range.end};
  number.in_words = true;
  number.ordinal = ordinal;
  return {std::move(number), last + 1, zeros_at_end(numerals)};
}

}  // namespace hexapla
