#include "document/markup/items.hpp"

#include "text/code_point.hpp"

#include <string>
#include <string_view>

namespace hexapla {
namespace {

std::string words_of(const MarkupLine& line) {
  std::string words;
  for (const MarkupLine::Span& span : line.spans)
    words += span.piece.words;
  return words;
}

/// `1.`, `(a)`, `iv)`, `二、`, `•` and a space: how an item of a list begins.
bool starts_item(std::string_view text) {
  constexpr std::size_t longest_label = 5;  // characters
  std::size_t at = trimmed(text, {0, text.size()}).begin;
  const char32_t first = code_point_at(text, at);
  if (std::u32string_view(U"•●▪■◦‣·–—").find(first) != std::u32string_view::npos)
    return true;
  const bool bracket = first == U'(' || first == U'（';
  if (bracket) (void)next_code_point(text, at);
  const std::size_t begin = at;
  bool digits = true;
  for (std::size_t size = 0; at < text.size() && size <= longest_label; ++size) {
    const std::size_t here = at;
    const char32_t next = next_code_point(text, at);
    if (here > begin && (next == U')' || next == U'）' || next == U'、')) return true;
    if (here > begin && next == U'.' && !bracket)
      return digits && is_white_space(code_point_at(text, at));
    digits = digits && is_digit(next);
    const bool short_letters = is_letter(next) && size < 4;
    if (!is_digit(next) && !short_letters) return false;
  }
  return false;
}

}  // namespace

bool is_next_item(const MarkupLine& above, const MarkupLine& line) {
  if (!starts_item(words_of(line))) return false;
  const std::string before = words_of(above);
  constexpr std::u32string_view clause_ends = U".;:,。；：，、؛،!?！？";
  const std::size_t end = trimmed(before, {0, before.size()}).end;
  return clause_ends.find(code_point_before(before, end)) != std::u32string_view::npos ||
         starts_item(before);
}

}  // namespace hexapla
