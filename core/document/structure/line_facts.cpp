#include "document/structure/line_facts.hpp"

#include "document/structure/leaders.hpp"
#include "text/code_point.hpp"

namespace hexapla {
namespace {

bool is_colon(char32_t code_point) {
  return code_point == U':' || code_point == U'：';
}

bool ends_sentence(std::string_view words) {
  constexpr std::size_t longest_mark = 2;  // digits of a footnote's mark
  std::size_t digits = 0;
  for (std::size_t end = words.size(); end > 0;) {
    const char32_t last = previous_code_point(words, end);
    if (is_terminal(last) || is_colon(last))
      return digits == 0 || !is_digit(code_point_before(words, end));  // 1.25 ends nothing
    if (is_digit(last)) {
      if (++digits > longest_mark) return false;
    } else if (is_white_space(last)) {
      // "art. 12" ends nothing, "… ? »" and "»  1" may.
      if (digits > 0 && !is_closing_mark(code_point_before(words, end))) return false;
    } else if (!is_closing_mark(last)) {
      return false;
    }
  }
  return false;
}

bool ends_clause(std::string_view words) {
  constexpr std::u32string_view marks = U";,；，،؛";
  std::size_t end = words.size();
  while (end > 0 && is_digit(code_point_before(words, end)))
    --end;  // ASCII digits; others are rare there
  while (end > 0 && is_closing_mark(code_point_before(words, end)))
    (void)previous_code_point(words, end);  // drafts are in brackets: [the text;]
  return marks.find(code_point_before(words, end)) != std::u32string_view::npos;
}

/// Marks that Chinese typesetting keeps with the character before them.
bool stays_behind(char32_t code_point) {
  constexpr std::u32string_view marks = U"、，。；：！？，…—·～";
  return is_closing_mark(code_point) || is_terminal(code_point) ||
         marks.find(code_point) != std::u32string_view::npos;
}

bool opens_quotation(char32_t code_point) {
  constexpr std::u32string_view marks = U"“‘（(《〈「『【〔[";
  return marks.find(code_point) != std::u32string_view::npos;
}

/// A Han character with the marks that are before and after it, or a word up to white
/// space or the next Han character.
std::size_t first_unit_end(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && opens_quotation(code_point_at(words, at)))
    (void)next_code_point(words, at);
  if (at == words.size()) return at;
  if (!is_han(next_code_point(words, at))) {
    for (std::size_t next = at; at < words.size(); at = next) {
      const char32_t code_point = next_code_point(words, next);
      if (is_white_space(code_point) || is_han(code_point)) break;
    }
    return at;
  }
  for (std::size_t next = at; at < words.size(); at = next)
    if (!stays_behind(next_code_point(words, next))) break;
  return at;
}

/// •, –, 12., (a), iv) and their like, and white space after them; a draft's are in
/// brackets: [12. …].
bool begins_with_label(std::string_view words) {
  if (words.starts_with('[')) words.remove_prefix(1);
  if (words.empty()) return false;
  constexpr std::u32string_view bullets = U"•·–—-*◦▪●";
  constexpr std::size_t longest_label = 4;  // letters or digits
  std::size_t at = 0;
  const char32_t first = next_code_point(words, at);
  if (bullets.find(first) != std::u32string_view::npos)
    return is_white_space(code_point_at(words, at));
  if (first != U'(') at = 0;
  std::size_t size = 0;
  bool digits = false;
  bool han = false;
  char32_t mark = 0;
  while (at < words.size() && size <= longest_label) {
    mark = next_code_point(words, at);
    if (!is_letter(mark) && !is_digit(mark)) break;
    digits = is_digit(mark);
    han = han || is_han(mark);
    ++size;
  }
  const bool closed = mark == U')' || (first != U'(' && mark == U'.' && digits);
  const char32_t after = code_point_at(words, at);
  const bool apart = is_white_space(after) || (mark == U')' && !han && is_han(after));
  return size > 0 && size <= longest_label && closed && apart;
}

}  // namespace

LineFacts facts_of(std::string_view source, const Line& line) {
  const std::string_view words = line.range.of(source);
  LineFacts facts;
  facts.ended = ends_sentence(words);
  facts.clause_ended = ends_clause(words);
  std::size_t end = words.size();
  const char32_t last = previous_code_point(words, end);
  facts.hyphenated = (last == U'-' || last == 0x2010 || last == 0x00AD) &&
                     is_letter(code_point_before(words, end));
  facts.lower_start = is_lower_case(code_point_at(words, 0));
  facts.upper_start = is_upper_case(code_point_at(words, 0));
  facts.leader = leader_in(words).has_value();
  facts.labelled = begins_with_label(words);
  std::size_t at = 0;
  while (opens_quotation(code_point_at(words, at)))
    (void)next_code_point(words, at);
  const std::size_t space = is_han(code_point_at(words, at)) ? 0 : 1;
  facts.first_unit = static_cast<std::uint32_t>(
      space + display_width(words.substr(0, first_unit_end(words))));
  return facts;
}

std::vector<LineFacts> facts_of(std::string_view source, std::span<const Line> lines) {
  std::vector<LineFacts> facts;
  facts.reserve(lines.size());
  for (const Line& line : lines)
    facts.push_back(facts_of(source, line));
  return facts;
}

std::ptrdiff_t slack(const Line& line, const LineFacts& next, std::size_t width) {
  return static_cast<std::ptrdiff_t>(width) -
         static_cast<std::ptrdiff_t>(line.indent + line.width + next.first_unit);
}

std::size_t inner_sentence_ends(std::string_view source, const Line& line) {
  const std::string_view words = line.range.of(source);
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t mark = next_code_point(words, at);
    if (!is_terminal(mark) || at == words.size()) continue;
    std::size_t next = at;
    const char32_t after = next_code_point(words, next);
    const bool wide = mark > 0x3000;
    const bool spaced = after == U' ' && !is_lower_case(code_point_at(words, next));
    if (wide || spaced) ++count;
  }
  return count;
}

}  // namespace hexapla
