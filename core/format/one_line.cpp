#include "format/one_line.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

bool ends_line(char32_t code_point) {
  return (code_point >= 0x0A && code_point <= 0x0D) ||
         (code_point >= 0x1C && code_point <= 0x1E) || code_point == 0x85 ||
         code_point == 0x2028 || code_point == 0x2029;
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (ends_line(next_code_point(text, at))) {
      line += ' ';
    } else {
      line += text.substr(begin, at - begin);
    }
  }
  return line;
}

}  // namespace hexapla
