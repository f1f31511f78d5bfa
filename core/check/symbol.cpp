#include "check/symbol.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t longest_body = 12;  // letters of UNCTAD, CCPR, ICCD, ...

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}
bool is_ascii_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool goes_on(char byte) {
  constexpr std::string_view marks = "/.-()";
  return is_capital(byte) || is_small(byte) || is_ascii_digit(byte) ||
         marks.find(byte) != std::string_view::npos;
}

std::size_t end_of_body(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_capital(text[end]) && end - begin < longest_body)
    ++end;
  return end;
}

/// Without the full stop or bracket behind it: of (A/75/574), the bracket opened before.
std::size_t without_trailing_marks(std::string_view text, std::size_t begin,
                                   std::size_t end) {
  while (end > begin) {
    const std::string_view symbol = text.substr(begin, end - begin);
    const bool opened = symbol.ends_with(')') &&
                        std::ranges::count(symbol, '(') >= std::ranges::count(symbol, ')');
    constexpr std::string_view trailing = "/.-()";
    if (opened || trailing.find(symbol.back()) == std::string_view::npos) break;
    --end;
  }
  return end;
}

}  // namespace

std::vector<ByteRange> symbols_in(std::string_view text) {
  std::vector<ByteRange> symbols;
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos;) {
    std::size_t begin = slash;
    while (begin > 0 && is_capital(text[begin - 1]) && slash - begin < longest_body)
      --begin;
    std::size_t end = slash;
    while (end < text.size() && goes_on(text[end]))
      ++end;
    end = without_trailing_marks(text, slash, end);
    const std::string_view parts = text.substr(slash, end - slash);
    const char32_t before = code_point_before(text, begin);
    const bool starts_free = !(is_letter(before) && !is_han(before)) && !is_digit(before);
    const bool is_symbol = begin < slash && end_of_body(text, begin) == slash &&
                           starts_free && std::ranges::any_of(parts, is_ascii_digit) &&
                           !is_small(parts.size() > 1 ? parts[1] : 'a');
    if (is_symbol) symbols.push_back({begin, end});
    slash = text.find('/', std::max(end, slash + 1));
  }
  return symbols;
}

}  // namespace hexapla
