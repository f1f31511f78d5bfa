#include "align/lexicon/strewn_blanks.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Where more of the neighbours among Han characters have a blank between them, it says
/// nothing. A word splitter puts one between half of them, a list of names between a tenth.
constexpr double usual_share = 0.2;

/// What is on either side of a run of blanks, and whether it has no other neighbour that it
/// could make a word with.
struct Neighbour {
  char32_t code_point = 0;
  bool is_single = false;
};

Neighbour before(std::string_view text, std::size_t at) {
  const char32_t here = previous_code_point(text, at);
  return {here, at == 0 || is_white_space(code_point_before(text, at))};
}

Neighbour after(std::string_view text, std::size_t at) {
  const char32_t here = next_code_point(text, at);
  return {here, at == text.size() || is_white_space(code_point_at(text, at))};
}

bool is_of_word(char32_t code_point) {
  return (is_letter(code_point) && !is_han(code_point)) || is_digit(code_point);
}

/// Two words or numbers keep the blank between them, unless they have fallen apart too.
bool parts(const Neighbour& one, const Neighbour& other) {
  return is_of_word(one.code_point) && is_of_word(other.code_point) &&
         !(one.is_single && other.is_single);
}

/// Calls visit(begin, end) for each run of blanks inside `text`.
template <class Visit>
void for_each_gap(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_white_space(code_point_at(text, at)))
      (void)next_code_point(text, at);
    if (at == begin) {
      (void)next_code_point(text, at);
    } else if (begin > 0 && at < text.size()) {
      visit(begin, at);
    }
  }
}

bool has_strewn_blanks(const AlignmentSide& side) {
  std::size_t han = 0;
  std::size_t parted = 0;
  for (const std::string_view text : side.segments) {
    for (std::size_t at = 0; at < text.size();)
      if (is_han(next_code_point(text, at)) && is_han(code_point_at(text, at))) ++han;
    for_each_gap(text, [&](std::size_t begin, std::size_t end) {
      if (is_han(code_point_before(text, begin)) && is_han(code_point_at(text, end)))
        ++parted;
    });
  }
  return static_cast<double>(parted) > usual_share * static_cast<double>(han + parted);
}

std::string without_blanks(std::string_view text) {
  std::string result;
  std::size_t kept = 0;
  for_each_gap(text, [&](std::size_t begin, std::size_t end) {
    if (parts(before(text, begin), after(text, end))) return;
    result += text.substr(kept, begin - kept);
    kept = end;
  });
  result += text.substr(kept);
  return result;
}

}  // namespace

std::vector<std::string> without_strewn_blanks(const AlignmentSide& side) {
  if (!side.language.spaceless() || !has_strewn_blanks(side)) return {};
  std::vector<std::string> texts;
  for (const std::string_view text : side.segments)
    texts.push_back(without_blanks(text));
  return texts;
}

}  // namespace hexapla
