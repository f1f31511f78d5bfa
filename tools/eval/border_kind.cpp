#include "border_kind.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace hexapla::eval {
namespace {

constexpr std::size_t surest_word = 8;  // code points: no abbreviation is as long
constexpr std::size_t sure_word = 5;    // code points: few abbreviations are as long,
constexpr std::size_t rare = 3;         // and those come again and again
constexpr int longest_mark = 3;         // digits of a footnote mark

bool is_ascii_digit(char32_t code_point) {
  return code_point >= U'0' && code_point <= U'9';
}

/// Back over closing marks.
std::size_t before_closing(std::string_view text, std::size_t at) {
  for (std::size_t begin = at; begin > 0;) {
    const char32_t mark = previous_code_point(text, begin);
    if (!is_closing_mark(mark) && !is_white_space(mark)) return at;
    at = begin;
  }
  return 0;
}

/// Back over a footnote mark glued to a closing or ending mark.
std::size_t before_footnote_mark(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  for (int digits = 0; digits < longest_mark && begin > 0; ++digits) {
    std::size_t before = begin;
    if (!is_ascii_digit(previous_code_point(text, before))) break;
    begin = before;
  }
  std::size_t word = begin;
  const char32_t mark = begin == 0 ? U'\0' : previous_code_point(text, word);
  const bool decimal = is_digit(code_point_before(text, word));
  return is_closing_mark(mark) || (is_terminal(mark) && !decimal) ? begin : at;
}

/// The letters, digits and hyphens that end at `at`, white space before it left out.
std::string_view word_before(std::string_view text, std::size_t at) {
  const std::size_t end = trimmed(text, {0, at}).end;
  std::size_t begin = end;
  for (std::size_t place = end; place > 0; begin = place) {
    const char32_t next = previous_code_point(text, place);
    if (!is_letter(next) && !is_digit(next) && next != U'-' && next != U'%') break;
  }
  return text.substr(begin, end - begin);
}

bool is_sure_word(std::string_view text, std::size_t at, const WordCounts& words) {
  const char32_t last = code_point_before(text, trimmed(text, {0, at}).end);
  if (is_closing_mark(last) || is_han(last) || last == U'%') return true;
  return words.is_no_abbreviation(word_before(text, at));
}

/// Behind `border` stands what can begin a sentence.
bool can_begin(std::string_view text, std::size_t border) {
  bool spaced = is_han(code_point_at(text, border));
  for (std::size_t at = border; at < text.size();) {
    const char32_t mark = next_code_point(text, at);
    if (is_white_space(mark)) {
      spaced = true;
    } else if (is_letter(mark) || is_digit(mark)) {
      return spaced && !is_lower_case(mark);
    } else if (is_closing_mark(mark) && mark != U'"' && mark != U'\'') {
      return false;
    } else if (mark == U',' || mark == U';' || is_terminal(mark)) {
      return false;
    }
  }
  return false;
}

}  // namespace

WordCounts::WordCounts(const GoldSet& gold) {
  for (const GoldText& text : gold.texts) {
    for (std::size_t at = 0; at < text.text.size();) {
      const std::size_t end = std::min(text.text.find(' ', at), text.text.size());
      std::string_view token = std::string_view(text.text).substr(at, end - at);
      at = end + 1;
      while (!token.empty() && is_closing_mark(code_point_before(token, token.size())))
        token.remove_suffix(1);
      const bool stopped = token.ends_with('.');
      if (stopped) token.remove_suffix(1);
      Counts& counts = counts_[folded(word_before(token, token.size()))];
      ++(stopped ? counts.stopped : counts.free);
    }
  }
}

bool WordCounts::is_no_abbreviation(std::string_view word) const {
  const std::size_t length = count_code_points(word);
  if (length >= surest_word) return true;
  const auto found = counts_.find(folded(word));
  const Counts counts = found == counts_.end() ? Counts{} : found->second;
  return counts.free > counts.stopped || (length >= sure_word && counts.stopped <= rare);
}

BorderKind border_kind(std::string_view text, std::size_t border, const WordCounts& words) {
  std::size_t end = before_closing(text, border);
  end = before_closing(text, before_footnote_mark(text, end));
  std::size_t before = end;
  const char32_t mark = end == 0 ? U'\0' : previous_code_point(text, before);
  if (mark == U':' || mark == U';' || mark == U'：' || mark == U'；' || mark == U'؛')
    return BorderKind::colon;
  if (!is_terminal(mark)) return BorderKind::unmarked;
  const bool wide = mark == U'。' || mark == U'？' || mark == U'！';
  const bool sure = (wide || is_sure_word(text, before, words)) && can_begin(text, border);
  const bool wide_end = wide && code_point_at(text, border) != U'，';
  return sure || wide_end ? BorderKind::plain_end : BorderKind::marked;
}

}  // namespace hexapla::eval
