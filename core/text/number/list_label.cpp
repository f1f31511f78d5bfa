#include "text/number/list_label.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

constexpr std::string_view latin_labels = "abcdefghijklmnopqrstuvwxyz";
// Lists of the United Nations leave out ё, й, ъ, ы, ь in Russian and follow the abjad in
// Arabic.
constexpr std::u32string_view russian_labels = U"абвгдежзиклмнопрстуфхцчшщэюя";
constexpr std::u32string_view abjad = U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr std::u32string_view han = U"一二三四五六七八九十";

/// Up to xxxix, which no list of letters reaches.
std::size_t roman_label_value(std::string_view letters) {
  constexpr std::array<std::string_view, 10> ones{"",  "i",  "ii",  "iii",  "iv",
                                                  "v", "vi", "vii", "viii", "ix"};
  std::size_t tens = 0;
  while (letters.starts_with('x')) {
    letters.remove_prefix(1);
    ++tens;
  }
  const auto* const one = std::ranges::find(ones, letters);
  if (one == ones.end()) return 0;
  return tens * 10 + static_cast<std::size_t>(one - ones.begin());
}

std::vector<std::size_t> places_of_letters(std::u32string_view letters) {
  std::vector<std::size_t> places;
  const auto add = [&](std::u32string_view alphabet, char32_t letter) {
    const std::size_t at = alphabet.find(letter);
    if (at != std::u32string_view::npos) places.push_back(at + 1);
  };
  if (letters.size() == 1) {
    add(russian_labels, letters[0]);
    add(abjad, letters[0] == U'ا' ? U'أ' : letters[0]);
    add(han, letters[0]);
  }
  std::string ascii;
  for (const char32_t letter : letters)
    if (letter < 0x80) ascii += static_cast<char>(letter | 0x20U);  // the small letter
  if (ascii.size() != letters.size()) return places;
  if (ascii.size() == 1) places.push_back(latin_labels.find(ascii[0]) + 1);
  if (const std::size_t roman = roman_label_value(ascii); roman != 0)
    places.push_back(roman);
  return places;
}

/// 十一 and 二十.
std::vector<std::size_t> places_of_han(std::u32string_view numerals) {
  if (numerals.size() != 2) return {};
  const std::size_t first = han.find(numerals[0]);
  const std::size_t second = han.find(numerals[1]);
  if (first == han.npos || second == han.npos) return {};
  if (first == 9) return {11 + second};
  return second == 9 ? std::vector<std::size_t>{(first + 1) * 10}
                     : std::vector<std::size_t>{};
}

std::vector<std::size_t> places_of(std::u32string_view body) {
  if (body.empty()) return {};
  if (is_digit(body[0])) {
    std::size_t value = 0;
    for (const char32_t digit : body) {
      if (!is_digit(digit)) return {};
      value = value * 10 +
              static_cast<std::size_t>(u_charDigitValue(static_cast<UChar32>(digit)));
    }
    return {value};
  }
  auto places = places_of_letters(body);
  return places.empty() ? places_of_han(body) : places;
}

bool is_bracket(char32_t mark) {
  return mark == U'(' || mark == U'（';
}

}  // namespace

std::optional<ListLabel> list_label_of(std::string_view text) {
  constexpr std::size_t longest_body = 5;  // characters
  std::size_t at = 0;
  const bool bracketed = is_bracket(code_point_at(text, 0));
  if (bracketed) (void)next_code_point(text, at);
  std::u32string body;
  while (at < text.size() && body.size() <= longest_body) {
    const char32_t letter = code_point_at(text, at);
    if (!is_letter(letter) && !is_digit(letter)) break;
    body += next_code_point(text, at);
  }
  if (body.empty() || body.size() > longest_body || at >= text.size()) return std::nullopt;
  const char32_t mark = next_code_point(text, at);
  const bool closed = mark == U')' || mark == U'）';
  const bool stopped = !bracketed && (mark == U'.' || mark == U'、' || mark == U'．');
  // Behind 3.5 and U.S. goes on what is no label; A. is an initial as well.
  const char32_t next = code_point_at(text, at);
  const bool letters = !is_digit(body[0]);
  const bool spaced = is_white_space(next) || mark == U'、';
  if (!closed && (!stopped || !spaced || (letters && !is_han(body[0]))))
    return std::nullopt;
  if (next == 0) return std::nullopt;
  auto places = places_of(body);
  if (places.empty()) return std::nullopt;
  return ListLabel{{0, at}, std::move(places)};
}

}  // namespace hexapla
