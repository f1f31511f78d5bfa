#include "document/han_spacing.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

// Bytes that are enough to know a text's habit.
constexpr std::size_t sample_size = std::size_t{4} * 1024 * 1024;

constexpr char32_t first_han = 0x2E80;
// Beyond Latin letters there are marks and other scripts, which say nothing.
constexpr char32_t first_other = 0x0300;

bool is_line_end(char32_t character) {
  return character == U'\n' || character == U'\r' || character == U'\f';
}

}  // namespace

HanSpacing::Kind HanSpacing::kind_of(char32_t character) {
  if (is_digit(character)) return Kind::digit;
  if (is_letter(character)) return Kind::letter;
  if (character == U'(' || character == U'[') return Kind::opening;
  if (character == U')' || character == U']' || character == U'%') return Kind::closing;
  return Kind::other;
}

HanSpacing::Count& HanSpacing::count(char32_t last, char32_t first) {
  return is_han(last) ? behind_han_.at(static_cast<std::size_t>(kind_of(first)))
                      : before_han_.at(static_cast<std::size_t>(kind_of(last)));
}

const HanSpacing::Count& HanSpacing::count(char32_t last, char32_t first) const {
  return is_han(last) ? behind_han_.at(static_cast<std::size_t>(kind_of(first)))
                      : before_han_.at(static_cast<std::size_t>(kind_of(last)));
}

HanSpacing::HanSpacing(std::string_view text) {
  text = text.substr(0, sample_size);
  char32_t last = U'\n';
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t now = next_code_point(text, at);
    if (now == U' ' || now == 0x00A0) {
      space = true;
      continue;
    }
    const bool inside = !is_line_end(last) && !is_line_end(now);
    const bool border = (last >= first_han || now >= first_han) && is_han(last) != is_han(now);
    if (border && inside && (is_han(last) ? now : last) < first_other) {
      Count& uses = count(last, now);
      ++(space ? uses.spaced : uses.tight);
      const Kind kind = kind_of(is_han(last) ? now : last);
      if (kind == Kind::letter || kind == Kind::digit)
        ++(space ? words_.spaced : words_.tight);
    }
    last = now;
    space = false;
  }
}

bool HanSpacing::space_between(char32_t last, char32_t first) const {
  const Count& uses = count(last, first);
  if (uses.spaced != uses.tight) return uses.spaced > uses.tight;
  const Kind kind = kind_of(is_han(last) ? first : last);
  const bool word = kind == Kind::letter || kind == Kind::digit;
  return word && words_.spaced > words_.tight;
}

}  // namespace hexapla
