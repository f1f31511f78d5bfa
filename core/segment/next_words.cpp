#include "segment/next_words.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t longest_item = 8;    // bytes of the "xviii" of "(xviii)"
constexpr std::size_t longest_token = 64;  // bytes looked at of a symbol
constexpr int letters_before_capital = 2;  // of "eLearning", "mRNA"

/// `(a)`, `a)`, `(iv)`, `12)` at `at`, before white space.
bool is_item_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '(') ++at;
  const std::size_t begin = at;
  while (at < text.size() && at - begin <= longest_item) {
    const std::size_t place = at;
    const char32_t next = next_code_point(text, at);
    if (next == U')') {
      const std::string_view inner = text.substr(begin, place - begin);
      std::size_t letter = 0;
      if (inner.empty() || !is_white_space(code_point_at(text, at))) return false;
      const bool number =
          std::ranges::all_of(inner, [](char c) { return c >= '0' && c <= '9'; });
      const bool single =
          is_letter(next_code_point(inner, letter)) && letter == inner.size();
      return number || single || is_roman_numeral(inner);
    }
    if (!is_letter(next) && !is_digit(next)) return false;
  }
  return false;
}

/// `mRNA`, `eLearning`: a capital follows the first letters.
bool has_early_capital(std::string_view word) {
  std::size_t at = 0;
  for (int i = 0; at < word.size(); ++i) {
    const char32_t letter = next_code_point(word, at);
    if (is_upper_case(letter)) return true;
    if (i >= letters_before_capital) return false;
  }
  return false;
}

ByteRange letters_from(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size() && at - begin < longest_token; end = at)
    if (!is_letter(next_code_point(text, at))) break;
  return {begin, end};
}

/// The token at `begin` holds a digit or a stroke: `5`, `A/75/1`, `3-4`.
bool is_number_or_symbol(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size() && at - begin < longest_token;) {
    const char32_t next = next_code_point(text, at);
    if (is_white_space(next)) return false;
    if (is_digit(next) || next == U'/') return true;
  }
  return false;
}

}  // namespace

bool is_roman_numeral(std::string_view word) {
  const auto only = [&](std::string_view digits) {
    return word.find_first_not_of(digits) == std::string_view::npos;
  };
  return !word.empty() && (only("ivx") || only("IVX"));
}

NextWords next_words(const Paragraph& paragraph, std::size_t at) {
  const std::string_view text = paragraph.text;
  NextWords next;
  at = past_white_space(text, at);
  next.is_item = is_item_at(text, at);
  const char32_t opening = code_point_at(text, at);
  next.is_opened = is_opening_mark(opening);
  next.is_inverted = opening == U'¿' || opening == U'¡';
  while (is_opening_mark(code_point_at(text, at))) {
    (void)next_code_point(text, at);
    at = past_white_space(text, at);
  }
  next.at = at;
  next.first = code_point_at(text, at);
  const ByteRange word = letters_from(text, at);
  next.word = word.of(text);
  const bool letter = is_letter(next.first);
  next.is_lower = is_lower_case(next.first) && !has_early_capital(next.word);
  next.starts_with_letter = letter && !next.is_lower;
  return next;
}

bool is_number(const Paragraph& paragraph, const NextWords& next) {
  const std::string_view letters = next.word;
  if (is_number_or_symbol(paragraph.text, next.at)) return true;
  if (letters.empty()) return false;
  const bool stop = code_point_at(paragraph.text, next.at + letters.size()) == U'.';
  if (stop && paragraph.words.abbreviation(letters) != Abbreviation::none) return true;
  if (paragraph.words.is_starter(letters)) return false;
  std::size_t first = 0;
  const bool capital = is_upper_case(next_code_point(letters, first));
  return capital && (first == letters.size() || is_roman_numeral(letters));
}

}  // namespace hexapla
