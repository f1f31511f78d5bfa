#include "document/structure/running_heads.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace hexapla {
namespace {

/// The words of a line with one sign for any number and one space for any space.
std::string key_of(std::string_view words) {
  std::string key;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t character = next_code_point(words, at);
    const char32_t sign = is_digit(character)         ? U'#'
                          : is_white_space(character) ? U' '
                                                      : lower_case(character);
    const bool repeated = (sign == U'#' || sign == U' ') && !key.empty() &&
                          static_cast<unsigned char>(key.back()) == sign;
    if (!repeated) append_code_point(key, sign);
  }
  return key;
}

/// Paragraphs that begin alike may stand at the head of two pages: "5. Requests".
bool is_numbered_paragraph(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && words[at] >= '0' && words[at] <= '9')
    ++at;
  const bool numbered = at > 0 && at + 1 < words.size() && words[at] == '.';
  return numbered && is_white_space(code_point_at(words, at + 1));
}

bool is_number(std::string_view words) {
  constexpr std::size_t longest_page_number = 4;  // digits
  std::size_t digits = 0;
  for (std::size_t at = 0; at < words.size(); ++digits)
    if (!is_digit(next_code_point(words, at))) return false;
  return digits <= longest_page_number;
}

class Finder {
 public:
  Finder(std::string_view source, std::span<const Line> lines,
         std::span<const PageLook> looks)
      : source_(source), lines_(lines), looks_(looks), furniture_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      furniture_[i] = looks[i] == PageLook::mark || is_page_number(i);
  }

  std::vector<bool> find() {
    find_notes();
    // A line is furniture when its words are beside so many borders, and one in so many of
    // all; a running head takes so many lines above or below a border at most.
    constexpr std::size_t fewest_repetitions = 2;
    constexpr std::size_t repetition_share = 5;
    constexpr std::size_t longest_head = 4;
    const std::size_t enough =
        std::max(fewest_repetitions, count_borders() / repetition_share);
    // Each line beside furniture can be furniture too: grow from the borders outwards.
    for (std::size_t round = 0; round < longest_head; ++round)
      if (!grow(enough)) break;
    return std::move(furniture_);
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t line) const {
    return lines_[line].range.of(source_);
  }

  [[nodiscard]] bool is_page_number(std::size_t line) const {
    const bool last = line + 1 < lines_.size() && lines_[line + 1].starts_page;
    const bool known = lines_[line].hint.kind.has_value();  // the last figure of a table
    return !known && (lines_[line].starts_page || last) && is_number(words(line));
  }

  [[nodiscard]] bool below_border(std::size_t line) const {
    return lines_[line].starts_page || (line > 0 && furniture_[line - 1]);
  }

  void find_notes() {
    notes_.resize(lines_.size());
    bool inside = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (furniture_[i] || lines_[i].starts_page) inside = false;
      if (looks_[i] == PageLook::rule) inside = true;
      notes_[i] = inside;
    }
  }

  [[nodiscard]] std::size_t count_borders() const {
    std::size_t borders = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!furniture_[i] && below_border(i)) ++borders;
    return borders;
  }

  bool grow(std::size_t enough) {
    const std::vector<std::size_t> beside = lines_beside_borders();
    std::unordered_map<std::string, std::size_t> uses;
    for (const std::size_t line : beside)
      ++uses[key_of(words(line))];
    bool grown = false;
    for (const std::size_t line : beside)
      if (uses[key_of(words(line))] >= enough) {
        furniture_[line] = true;
        grown = true;
      }
    return grown;
  }

  /// Lines that might be running heads or feet.
  [[nodiscard]] std::vector<std::size_t> lines_beside_borders() const {
    constexpr std::size_t longest_line_of_head = 300;  // bytes
    std::vector<std::size_t> beside;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const LineHint& hint = lines_[i].hint;
      if (furniture_[i] || notes_[i] || hint.kind || hint.whole_block ||
          lines_[i].range.size() > longest_line_of_head || is_numbered_paragraph(words(i)))
        continue;
      const bool above_border =
          i + 1 < lines_.size() && (furniture_[i + 1] || lines_[i + 1].starts_page);
      if (above_border || below_border(i)) beside.push_back(i);
    }
    return beside;
  }

  std::string_view source_;
  std::span<const Line> lines_;
  std::span<const PageLook> looks_;
  std::vector<bool> furniture_;
  std::vector<bool> notes_;
};

}  // namespace

std::vector<bool> furniture_of(std::string_view source, std::span<const Line> lines,
                               std::span<const PageLook> looks) {
  return Finder(source, lines, looks).find();
}

}  // namespace hexapla
