#include "document/structure/han_spacing.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <unordered_set>

namespace hexapla {
namespace {

// Bytes that are enough to know a text's habit.
constexpr std::size_t han_sample = std::size_t{1} * 1024 * 1024;

// Characters between the brackets of a list's label: (a), (iii), (12).
constexpr std::size_t longest_han_label = 4;

bool is_wide_punctuation(char32_t character) {
  constexpr std::u32string_view shared = U"“”‘’…—·";
  return (character >= 0x3000 && character <= 0x303F) ||
         (character >= 0xFF00 && character <= 0xFF60) ||
         shared.find(character) != std::u32string_view::npos;
}

}  // namespace

HanSpacing::Kind HanSpacing::kind_of(char32_t character) {
  if (is_digit(character)) return Kind::digit;
  if (is_han(character)) return Kind::han;
  if (is_letter(character)) return Kind::letter;
  if (character == U'(' || character == U'[') return Kind::opening;
  if (character == U')' || character == U']' || character == U'%') return Kind::closing;
  return is_wide_punctuation(character) ? Kind::mark : Kind::other;
}

/// `text` ends with `)`; is it that of a list's label? Behind Han it is that of an
/// abbreviation: 刺突(S).
bool HanSpacing::ends_label(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return false;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  const auto is_short_word = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
  };
  return !inside.empty() && inside.size() <= longest_han_label &&
         std::ranges::all_of(inside, is_short_word) &&
         !is_han(code_point_before(text, open));
}

HanSpacing::HanSpacing(std::string_view text) : text_(text) {
  const std::string_view sample = text.substr(0, han_sample);
  // Running heads and the like tell their habit once.
  std::unordered_set<std::string_view> read_lines;
  for (std::size_t begin = 0; begin < sample.size();) {
    const std::size_t end = std::min(sample.find('\n', begin), sample.size());
    const std::string_view line = sample.substr(begin, end - begin);
    if (read_lines.insert(line).second) read(line);
    begin = end + 1;
  }
}

void HanSpacing::read(std::string_view line) {
  bool space = false;
  bool inside = false;  // a character is before
  Kind last = Kind::other;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t now = next_code_point(line, at);
    if (is_white_space(now)) {
      space = true;
      continue;
    }
    const Kind kind = kind_of(now);
    if (inside) add(last, kind, space);
    last = now == U')' && ends_label(line.substr(0, begin + 1)) ? Kind::label : kind;
    inside = true;
    space = false;
  }
}

void HanSpacing::add(Kind last, Kind first, bool spaced) {
  const auto at =
      static_cast<std::size_t>(last) * kind_count + static_cast<std::size_t>(first);
  const bool beside_han =
      last == Kind::han ? is_word(first) : first == Kind::han && is_word(last);
  ++(spaced ? counts_.at(at).spaced : counts_.at(at).tight);
  if (beside_han) ++(spaced ? words_.spaced : words_.tight);
}

const HanSpacing::Count& HanSpacing::count(Kind last, Kind first) const {
  return counts_.at(static_cast<std::size_t>(last) * kind_count +
                    static_cast<std::size_t>(first));
}

bool HanSpacing::space_between(ByteRange line, ByteRange next) const {
  const std::string_view before = line.of(text_);
  const bool label = before.ends_with(')') && ends_label(before);
  const Kind last = label ? Kind::label : kind_of(code_point_before(text_, line.end));
  const Kind first = kind_of(code_point_at(text_, next.begin));
  const Count& uses = count(last, first);
  if (uses.spaced != uses.tight) return uses.spaced > uses.tight;
  const bool words = is_word(last) || is_word(first);
  return words && words_.spaced > words_.tight;
}

}  // namespace hexapla
