#include "planting.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla::plant {
namespace {

bool is_ascii_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

char small(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

bool is_spaced_letter(char32_t letter) {
  return is_letter(letter) && !is_han(letter);
}

/// True when byte `at` is between two letters or digits of one word.
bool cuts_word(std::string_view text, std::size_t at) {
  const char32_t before = code_point_before(text, at);
  const char32_t behind = code_point_at(text, at);
  return (is_spaced_letter(before) || is_digit(before)) &&
         (is_spaced_letter(behind) || is_digit(behind));
}

bool starts_with_any_case(std::string_view text, std::string_view needle) {
  return text.size() >= needle.size() &&
         std::ranges::equal(text.substr(0, needle.size()), needle, {}, small, small);
}

/// Bytes of one grouping or decimal mark between two digits at `at`; 0 when there is none.
std::size_t mark_inside(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {",", ".", " ", "\u00A0", "\u202F"})
    if (text.substr(at).starts_with(mark) && at + mark.size() < text.size() &&
        is_ascii_digit(text[at + mark.size()]))
      return mark.size();
  return 0;
}

}  // namespace

std::vector<ByteRange> digit_runs(std::string_view text) {
  std::vector<ByteRange> runs;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_ascii_digit(text[at])) continue;
    std::size_t end = at;
    while (end < text.size()) {
      if (is_ascii_digit(text[end])) {
        ++end;
      } else if (const std::size_t mark = mark_inside(text, end); mark != 0) {
        end += mark;
      } else {
        break;
      }
    }
    runs.push_back({at, end});
    at = end;
  }
  return runs;
}

std::vector<ByteRange> letter_runs(std::string_view text) {
  std::vector<ByteRange> runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_spaced_letter(next_code_point(text, at))) continue;
    if (!runs.empty() && runs.back().end == begin) {
      runs.back().end = at;
    } else {
      runs.push_back({begin, at});
    }
  }
  return runs;
}

std::vector<ByteRange> places_of(std::string_view needle, std::string_view text) {
  std::vector<ByteRange> places;
  if (needle.empty()) return places;
  for (std::size_t at = 0; at + needle.size() <= text.size(); ++at) {
    if (!starts_with_any_case(text.substr(at), needle)) continue;
    if (cuts_word(text, at) || cuts_word(text, at + needle.size())) continue;
    places.push_back({at, at + needle.size()});
  }
  return places;
}

Planted replaced(std::string& text, ByteRange range, std::string_view replacement,
                 std::string_view rule) {
  Planted error{std::string(rule),
                {range.begin, range.begin + replacement.size()},
                std::string(range.of(text)),
                std::string(replacement)};
  text.replace(range.begin, range.size(), replacement);
  return error;
}

std::size_t before_end(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t before = end;
    const char32_t last = previous_code_point(text, before);
    if (!is_terminal(last) && !is_white_space(last)) break;
    end = before;
  }
  return end;
}

}  // namespace hexapla::plant
