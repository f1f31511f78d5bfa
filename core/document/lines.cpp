#include "document/lines.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

bool ends_line(char byte) {
  return byte == '\n' || byte == '\r' || byte == '\f';
}

}  // namespace

std::vector<Line> lines_of(std::string_view source) {
  std::vector<Line> lines;
  std::size_t blank_lines = 0;
  bool page_break = false;
  std::size_t at = source.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (at < source.size()) {
    std::size_t end = at;
    while (end < source.size() && !ends_line(source[end]))
      ++end;
    const ByteRange range = trimmed(source, {at, end});
    if (range.empty()) {
      // What a form feed ends is no line of its own.
      if (end < source.size() && source[end] != '\f') ++blank_lines;
    } else {
      lines.push_back({range, display_width(source.substr(at, range.begin - at)),
                       display_width(range.of(source)), blank_lines, page_break});
      blank_lines = 0;
      page_break = false;
    }
    if (end < source.size() && source[end] == '\f') page_break = true;
    at = end + (source.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

}  // namespace hexapla
