#include "cli/print/columns.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla::cli {
namespace {

/// The next piece that is not to be broken: a word with the spaces after it, or a single
/// character of a script without spaces, with the punctuation that clings to it.
std::string_view next_piece(std::string_view text) {
  std::size_t end = 0;
  const bool han = is_han(next_code_point(text, end));
  while (end < text.size()) {
    std::size_t after = end;
    const char32_t next = next_code_point(text, after);
    const char32_t last = code_point_before(text, end);
    if (!is_white_space(next) && (is_white_space(last) || is_han(next))) break;
    const bool clings = is_closing_mark(next) || is_terminal(next) || is_white_space(next);
    if (han && !clings) break;
    end = after;
  }
  return text.substr(0, end);
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::string_view piece = next_piece(text);
    text.remove_prefix(piece.size());
    const ByteRange bare = trimmed(piece, {0, piece.size()});
    if (used > 0 && used + display_width(bare.of(piece)) > width) {
      lines.emplace_back();
      used = 0;
    }
    for (std::size_t at = 0; at < piece.size();) {
      const std::size_t begin = at;
      const char32_t letter = next_code_point(piece, at);
      const std::size_t columns = display_width(piece.substr(begin, at - begin));
      if (used + columns > width && is_white_space(letter)) continue;
      if (used + columns > width && used > 0) {
        lines.emplace_back();
        used = 0;
      }
      lines.back() +=
          letter == U'\n' ? std::string_view(" ") : piece.substr(begin, at - begin);
      used += columns;
    }
  }
  // The space at which a line was broken counts no column, least of all before Arabic.
  for (std::string& line : lines)
    line.erase(trimmed(line, {0, line.size()}).end);
  return lines;
}

std::string padded(std::string_view line, std::size_t width, bool right_to_left) {
  const std::size_t used = display_width(line);
  const std::string gap(width - std::min(width, used), ' ');
  return right_to_left ? gap + std::string(line) : std::string(line) + gap;
}

}  // namespace hexapla::cli
