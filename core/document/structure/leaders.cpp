#include "document/structure/leaders.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

constexpr std::size_t longest_leader_number = 8;  // characters

bool is_leader_point(char32_t code_point) {
  return code_point == U'.' || code_point == U'…' || code_point == U'·' ||
         code_point == U'‥' || code_point == U'．';
}

/// 12, xii, II-4, ٣.
bool is_page_number(std::string_view words) {
  constexpr std::u32string_view joints = U"-–/";
  constexpr std::u32string_view roman = U"ivxlcIVXLC";
  std::size_t size = 0;
  for (std::size_t at = 0; at < words.size(); ++size) {
    const char32_t sign = next_code_point(words, at);
    if (!is_digit(sign) && joints.find(sign) == std::u32string_view::npos &&
        roman.find(sign) == std::u32string_view::npos)
      return false;
  }
  return size > 0 && size <= longest_leader_number;
}

}  // namespace

std::optional<ByteRange> leader_in(std::string_view line) {
  const ByteRange inner = trimmed(line, {0, line.size()});
  std::size_t number = inner.end;
  while (number > inner.begin) {
    std::size_t before = number;
    const char32_t last = previous_code_point(line, before);
    if (is_white_space(last) || is_leader_point(last)) break;
    number = before;
    if (inner.end - number > 4 * longest_leader_number) return std::nullopt;
  }
  // Points, a horizontal ellipsis being three: an ellipsis with a full stop has four.
  constexpr std::size_t fewest_points = 5;
  // With the page number set apart from them.
  constexpr std::size_t fewest_points_apart = 4;
  constexpr std::size_t ellipsis_points = 3;
  // Of a row with no page number after it, and of one that ellipses make: Chinese writes
  // two of them at the end of a sentence, before a footnote's mark too.
  constexpr std::size_t fewest_points_alone = 10;
  std::size_t points = 0;
  bool ellipses = false;
  std::size_t begin = number;
  for (std::size_t before = begin; begin > inner.begin; begin = before) {
    const char32_t sign = previous_code_point(line, before);
    if (!is_leader_point(sign) && !is_white_space(sign)) break;
    if (is_leader_point(sign)) points += sign == U'…' ? ellipsis_points : 1;
    ellipses = ellipses || sign == U'…';
  }
  const std::string_view words = line.substr(number, inner.end - number);
  const bool numbered = !words.empty();
  if (begin == inner.begin || (numbered && !is_page_number(words))) return std::nullopt;
  const bool apart = number >= 2 && is_white_space(code_point_at(line, number - 1)) &&
                     is_white_space(code_point_at(line, number - 2));
  const std::size_t fewest = !numbered || ellipses ? fewest_points_alone
                             : apart               ? fewest_points_apart
                                                   : fewest_points;
  if (points < fewest) return std::nullopt;
  return ByteRange{begin, number};
}

}  // namespace hexapla
