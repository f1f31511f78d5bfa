#include "text/symbol.hpp"

#include "text/code_point.hpp"
#include "text/table.hpp"
#include "text_data.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace hexapla {
namespace {

constexpr std::size_t most_parts = 12;
constexpr std::array<std::string_view, 3> dashes{"\u2010", "\u2011", "\u2013"};

using Words = std::set<std::string, std::less<>>;

Words words_of_table(std::string_view kind) {
  Words words;
  for (const auto& row : rows_of_table(embedded::symbols_tsv)) {
    if (row[0] != kind) continue;
    for (const std::string_view word : parts_of(row[1], ' '))
      words.emplace(word);
  }
  return words;
}

bool is_series(std::string_view word) {
  static const Words series = words_of_table("series");
  return series.contains(word);
}

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}
bool is_figure(char byte) {
  return byte >= '0' && byte <= '9';
}

/// "Rev.1" and the like: the only small letters of a symbol.
bool small_letters_fit(std::string_view part) {
  static const Words small = words_of_table("small");
  const auto first_small =
      static_cast<std::size_t>(std::ranges::find_if(part, is_small) - part.begin());
  if (first_small == part.size()) return true;
  const std::size_t point = part.find('.', first_small);
  return point != std::string_view::npos && point + 1 < part.size() &&
         small.contains(part.substr(first_small - 1, point - first_small + 1));
}

/// Bytes of the dash that `text` begins with; 0 for none.
std::size_t dash_at(std::string_view text) {
  const auto* const dash = std::ranges::find_if(
      dashes, [&](std::string_view one) { return text.starts_with(one); });
  return dash == dashes.end() ? 0 : dash->size();
}

/// The end of the part at `at`: capitals, figures, inner points and dashes, "3363(XXX)".
std::size_t part_end(std::string_view text, std::size_t at) {
  std::size_t end = at;  // after the last letter or figure
  while (at < text.size()) {
    const char byte = text[at];
    if (is_capital(byte) || is_small(byte) || is_figure(byte)) {
      end = ++at;
    } else if (byte == '.' || byte == '-') {
      ++at;
    } else if (const std::size_t dash = dash_at(text.substr(at)); dash > 0) {
      at += dash;
    } else {
      break;
    }
  }
  const std::size_t session = text.find_first_not_of("IVXLC", end + 1);
  const bool old_session = end < text.size() && text[end] == '(' &&
                           session != std::string_view::npos && session > end + 1 &&
                           text[session] == ')';
  return old_session ? session + 1 : end;
}

/// The end of the symbol that starts at `begin`; `begin` when there is none.
std::size_t symbol_end(std::string_view text, std::size_t begin) {
  std::size_t end = part_end(text, begin);
  if (!is_series(text.substr(begin, end - begin))) return begin;
  bool figures = false;
  std::size_t parts = 1;
  while (parts < most_parts && end + 1 < text.size() && text[end] == '/') {
    const std::size_t next = part_end(text, end + 1);
    const std::string_view part = text.substr(end + 1, next - end - 1);
    const bool starts = !part.empty() && (is_capital(part[0]) || is_figure(part[0]));
    if (!starts || !small_letters_fit(part)) break;
    figures = figures || std::ranges::any_of(part, is_figure);
    end = next;
    ++parts;
  }
  return parts > 1 && figures ? end : begin;
}

/// A symbol may start here: no letter, figure or part of an address is before.
bool may_start(std::string_view text, std::size_t at) {
  if (!is_capital(text[at])) return false;
  const char32_t before = code_point_before(text, at);
  if (is_han(before)) return true;
  const bool glued = before == U'/' || before == U'.' || before == U'-' || before == U'_';
  return !glued && !is_letter(before) && !is_digit(before);
}

}  // namespace

std::vector<ByteRange> symbols_in(std::string_view text) {
  std::vector<ByteRange> symbols;
  // Every symbol has a slash, and few words have one: look for that first.
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos;
       slash = text.find('/', slash)) {
    std::size_t begin = slash;
    while (begin > 0 && is_capital(text[begin - 1]))
      --begin;
    const std::size_t end =
        begin < slash && may_start(text, begin) ? symbol_end(text, begin) : begin;
    if (end > slash) symbols.push_back({begin, end});
    slash = std::max(end, slash + 1);
  }
  return symbols;
}

}  // namespace hexapla
