#include "text/find_urls.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 3> starts{"https://", "http://", "www."};

std::size_t next_start(std::string_view text, std::size_t from) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view start : starts)
    first = std::min(first, text.find(start, from));
  return first;
}

/// Ends an address: what is not ASCII and no letter or digit of a script with spaces.
bool ends_address(char32_t code_point) {
  constexpr char32_t first_beyond_ascii = 0x80;
  if (is_white_space(code_point) || is_han(code_point)) return true;
  if (code_point >= first_beyond_ascii)
    return !is_letter(code_point) && !is_digit(code_point);
  return code_point == U'<' || code_point == U'>' || code_point == U'"';
}

std::size_t end_of_address(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size(); end = at)
    if (ends_address(next_code_point(text, at))) break;
  constexpr std::string_view trailing = ".,;:!?)]'";
  while (end > begin && trailing.find(text[end - 1]) != std::string_view::npos) {
    const bool opened = text[end - 1] == ')' &&
                        text.substr(begin, end - begin).find('(') != std::string_view::npos;
    if (opened) break;
    --end;
  }
  return end;
}

}  // namespace

std::vector<ByteRange> urls_in(std::string_view text) {
  std::vector<ByteRange> urls;
  for (std::size_t begin = next_start(text, 0); begin != std::string_view::npos;) {
    const std::size_t end = end_of_address(text, begin);
    urls.push_back({begin, end});
    begin = next_start(text, std::max(end, begin + 1));
  }
  return urls;
}

}  // namespace hexapla
