#include "text/number/reader.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::string_view share = "分之";
constexpr std::string_view per_cent = "百分之";

std::optional<NumberWord> numeral_at(const NumberText& text, std::size_t index) {
  if (index >= text.words.size() || text.words[index].kind != WordKind::han)
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

/// The value of a positional run with 十百千万亿; nothing when it is not well formed.
std::optional<std::uint64_t> value_with_places(std::span<const NumberWord> numerals) {
  std::uint64_t closed = 0;
  std::uint64_t group = 0;
  std::uint64_t digit = 0;  // 0 also when none stands before a place
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
      closed = (closed + group) * power;
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

std::optional<std::uint64_t> value_of(std::span<const NumberWord> numerals) {
  constexpr std::size_t most_numerals = 16;  // beyond that it is no number in running text
  if (numerals.size() > most_numerals) return std::nullopt;
  const bool only_digits = std::ranges::all_of(
      numerals, [](const NumberWord& one) { return one.part == NumberPart::digit; });
  if (!only_digits) return value_with_places(numerals);
  return numerals.size() == 1 ? std::optional(numerals[0].value) : value_of_year(numerals);
}

/// Of 三分之一, a third, neither numeral stands in other languages; 百分之五 is five per
/// cent.
std::size_t behind_share(const NumberText& text, std::size_t first, std::size_t next) {
  next += count_code_points(share);
  if (text.word(first) == "百") return next;
  while (numeral_at(text, next))
    ++next;
  return next;
}

}  // namespace

NumberRead read_han(const NumberText& text, std::size_t first) {
  std::vector<NumberWord> numerals;
  std::size_t next = first;
  for (auto numeral = numeral_at(text, next); numeral; numeral = numeral_at(text, next)) {
    if (next > first && !text.gap_after(next - 1).empty()) break;
    numerals.push_back(*numeral);
    ++next;
  }
  if (numerals.empty()) return {std::nullopt, first + 1};
  if (text.text.substr(text.words[next - 1].range.end).starts_with(share))
    return {std::nullopt, behind_share(text, first, next)};
  const auto before = part_before(text, first);
  const bool ordinal = before == NumberPart::ordinal_mark;
  const bool certain =
      ordinal || numerals.size() > 1 || counts_something(text, next) ||
      text.text.substr(0, text.words[first].range.begin).ends_with(per_cent);
  const auto value = value_of(numerals);
  if (!certain || !value || before == NumberPart::vague) return {std::nullopt, next};
  Number number;
  number.range = {text.words[first].range.begin, text.words[next - 1].range.end};
  number.value = std::to_string(*value);
  number.in_words = true;
  number.ordinal = ordinal;
  return {std::move(number), next};
}

}  // namespace hexapla
