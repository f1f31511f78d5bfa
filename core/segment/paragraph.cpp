#include "segment/paragraph.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

constexpr std::size_t longest_footnote_mark = 2;  // digits
constexpr std::size_t longest_word = 48;          // bytes; no abbreviation is longer

/// Bytes that tell that a character that can end a sentence is near: the first byte of
/// most, but the second of ؟ and its neighbours, as half of all Arabic letters have their
/// first.
constexpr std::array<bool, 256> bytes_of_marks = [] {
  std::array<bool, 256> bytes{};
  for (const unsigned byte : {0x21U, 0x2EU, 0x3AU, 0x3FU})  // ! . : ?
    bytes.at(byte) = true;
  for (const unsigned byte : {0x9DU, 0x9EU, 0x9FU})  // U+061D to U+061F
    bytes.at(byte) = true;
  for (const unsigned byte :
       {0xD6U, 0xDBU, 0xDCU, 0xDFU, 0xE0U, 0xE1U, 0xE2U, 0xE3U, 0xEAU, 0xEFU, 0xF0U})
    bytes.at(byte) = true;
  return bytes;
}();

constexpr char first_byte_of_arabic = '\xD8';

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// A colon before the end of a line introduces what is on the next ones.
bool is_before_line_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\r'))
    ++at;
  return at < text.size() && text[at] == '\n';
}

/// `年`, `%` after digits: they count something, so they are no footnote mark.
bool is_counter(char32_t code_point) {
  constexpr std::u32string_view counters = U"年月日时个名次届项点岁%％‰";
  return counters.find(code_point) != std::u32string_view::npos;
}

/// Marks of writing direction, soft hyphens and spaces of no width.
bool is_invisible(char32_t code_point) {
  constexpr std::u32string_view marks = U"\u00AD\u061C\u200B\u200C\u200D\u200E\u200F\uFEFF";
  if (code_point < 0x80) return false;
  if (code_point >= 0x202A && code_point <= 0x202E) return true;
  if (code_point >= 0x2060 && code_point <= 0x2069) return true;
  return marks.find(code_point) != std::u32string_view::npos;
}

/// What the closing marks after a sentence's mark depend on.
struct ClosingMarks {
  bool wide = false;       ///< The mark is a wide one; after others a wide one is alone.
  bool in_quotes = false;  ///< A straight quotation mark before it is open.
};

std::size_t past_closing_marks(std::string_view text, std::size_t at, ClosingMarks& marks) {
  while (at < text.size()) {
    std::size_t next = at;
    char32_t mark = next_code_point(text, next);
    // French sets a no-break space before ».
    if (is_white_space(mark) && code_point_at(text, next) == U'»')
      mark = next_code_point(text, next);
    const char32_t after = code_point_at(text, next);
    const bool straight = mark == U'"' || mark == U'\'';
    // A straight quotation mark closes when one is open or nothing is glued to it.
    const bool free = !is_letter(after) && !is_digit(after);
    const bool closes =
        straight ? free || (mark == U'"' && marks.in_quotes) : is_closing_mark(mark);
    const bool ends = is_sentence_mark(mark) && (marks.wide || !is_wide_mark(mark));
    if (!closes && !ends && !is_invisible(mark)) return at;
    if (mark == U'"') marks.in_quotes = !marks.in_quotes;
    at = next;
  }
  return at;
}

/// What is before digits that no reader marked, when they are a footnote's mark.
bool can_bear_footnote(const Paragraph& paragraph, std::size_t mark, std::size_t at) {
  std::size_t before = at;
  const char32_t last = previous_code_point(paragraph.text, before);
  if (is_closing_mark(last)) return true;
  if (last >= 0x80 || !is_letter(code_point_before(paragraph.text, before))) return false;
  const std::string_view word = word_before(paragraph.text, mark).of(paragraph.text);
  const bool symbol = word.find_first_of("/0123456789") != std::string_view::npos;
  return !symbol && paragraph.words.abbreviation(word) == Abbreviation::none;  // p.5
}

/// `[12]`, `(3)` at `at`: past it; else `at`. A wide mark before `(3)` makes it an item.
std::size_t past_bracketed_number(const Paragraph& paragraph, std::size_t mark,
                                  std::size_t at) {
  constexpr std::size_t most_digits = 3;
  const std::string_view text = paragraph.text;
  const bool square = text[at] == '[';
  std::size_t end = at + 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9')
    ++end;
  const std::size_t digits = end - at - 1;
  if (digits == 0 || digits > most_digits || end == text.size() ||
      text[end] != (square ? ']' : ')'))
    return at;
  const char32_t after = code_point_at(text, ++end);
  const bool wide = is_wide_mark(code_point_at(text, mark));
  const bool glued = after != 0 && !is_white_space(after) && after != U'[' &&
                     after != U'(' && !is_sentence_mark(after);
  if (wide) return square ? end : at;
  const std::string_view word = word_before(text, mark).of(text);
  const Abbreviation kind = paragraph.words.abbreviation(word);  // No.(2), para.[1]
  const bool numbered = !square && is_digit(code_point_before(text, mark));  // 9.(1)
  return glued || numbered || kind == Abbreviation::never || kind == Abbreviation::number
             ? at
             : end;
}

std::size_t past_footnote_mark(const Paragraph& paragraph, std::size_t mark,
                               std::size_t at) {
  const std::string_view text = paragraph.text;
  const auto known = std::ranges::lower_bound(paragraph.marks, at, {}, &ByteRange::begin);
  if (known != paragraph.marks.end() && known->begin == at) return known->end;
  if (at < text.size() && (text[at] == '[' || text[at] == '('))
    return past_bracketed_number(paragraph, mark, at);
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9')
    ++end;
  if (end == at || end - at > longest_footnote_mark) return at;
  const char32_t after = code_point_at(text, end);
  if (after != 0 && !is_white_space(after) && !is_sentence_mark(after)) return at;
  if (is_counter(code_point_at(text, past_white_space(text, end)))) return at;
  return can_bear_footnote(paragraph, mark, at) ? end : at;
}

}  // namespace

bool continues_sentence(char32_t code_point) {
  constexpr std::u32string_view marks = U",;:，、；：،؛";
  return marks.find(code_point) != std::u32string_view::npos;
}

bool is_opening_mark(char32_t code_point) {
  constexpr std::u32string_view marks = U"“‘«„([{（【「『《〈\"'¿¡—–-•·";
  return marks.find(code_point) != std::u32string_view::npos;
}

bool is_particle(char32_t code_point) {
  constexpr std::u32string_view particles = U"的等之和与及或并";
  return particles.find(code_point) != std::u32string_view::npos;
}

bool is_wide_mark(char32_t code_point) {
  return code_point == U'。' || code_point == U'！' || code_point == U'？' ||
         code_point == U'｡';
}

bool is_sentence_mark(char32_t code_point) {
  if (code_point < 0x80)
    return code_point == U'.' || code_point == U'!' || code_point == U'?';
  const bool arabic_letter = code_point >= 0x620 && code_point < 0x6D4;
  return !arabic_letter && is_terminal(code_point);
}

std::size_t next_mark(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at < text.size()) {
    const char byte = text[at];
    if (!bytes_of_marks[static_cast<unsigned char>(byte)]) {
      ++at;
    } else if (byte == '.' || byte == '!' || byte == '?') {
      return at;
    } else if (is_continuation(byte)) {
      if (at > start && text[at - 1] == first_byte_of_arabic) return at - 1;
      ++at;
    } else {
      std::size_t next = at;
      const char32_t mark = next_code_point(text, next);
      const bool found =
          mark == U':' ? is_before_line_end(text, next) : is_sentence_mark(mark);
      if (found) return at;
      at = next;
    }
  }
  return text.size();
}

std::size_t end_of_sentence(const Paragraph& paragraph, ByteRange mark, bool in_quotes) {
  ClosingMarks marks{is_wide_mark(code_point_at(paragraph.text, mark.begin)), in_quotes};
  for (std::size_t at = mark.end;;) {
    const std::size_t before = at;
    at = past_closing_marks(paragraph.text, at, marks);
    at = past_footnote_mark(paragraph, mark.begin, at);
    if (at == before) return at;
  }
}

ByteRange whole_mark(std::string_view text, std::size_t at) {
  constexpr int least_points = 3;
  ByteRange mark{at, at};
  (void)next_code_point(text, mark.end);
  if (text[at] != '.') return mark;
  ByteRange points = mark;
  int count = 1;
  for (std::size_t next = points.end; next < text.size(); ++count) {
    if (!is_white_space(next_code_point(text, next)) || code_point_at(text, next) != U'.')
      break;
    points.end = ++next;
  }
  return count < least_points ? mark : points;
}

std::size_t past_white_space(std::string_view text, std::size_t at) {
  for (std::size_t next = at; next < text.size(); at = next) {
    const char32_t mark = next_code_point(text, next);
    if (!is_white_space(mark) && !is_invisible(mark)) return at;
  }
  return text.size();
}

ByteRange word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  for (std::size_t at = end; at > 0 && end - at < longest_word; begin = at) {
    const char byte = text[at - 1];
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
      --at;  // by far the most, and ICU asks a table for each
      continue;
    }
    const char32_t letter = previous_code_point(text, at);
    const bool elision = letter == U'’';  // l’art.
    const bool opening = letter != U'-' && is_opening_mark(letter);
    const bool border = is_white_space(letter) || is_han(letter) || is_wide_mark(letter) ||
                        continues_sentence(letter);
    if (border || elision || opening) break;
  }
  return {begin, end};
}

}  // namespace hexapla
