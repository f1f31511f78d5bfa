#include "document/layout.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace hexapla {
namespace {

// Shares of all lines. Wide margins: texts are either set one way or the other.
constexpr double double_spaced_share = .5;
constexpr double indented_share = .02;
constexpr double longest_indented_share = .6;
constexpr double full_lines_share = .35;
// A line this full, as a share of the text's width, was broken for want of room.
constexpr double full_line = .75;
// The share of lines that are narrower than the text's width; the rest overhang (URLs).
constexpr double width_quantile = .92;

std::size_t width_of(std::span<const Line> lines) {
  std::vector<std::size_t> widths;
  widths.reserve(lines.size());
  for (const Line& line : lines)
    widths.push_back(line.width + line.indent);
  const auto at =
      static_cast<std::ptrdiff_t>(width_quantile * static_cast<double>(widths.size() - 1));
  std::ranges::nth_element(widths, widths.begin() + at);
  return widths[static_cast<std::size_t>(at)];
}

}  // namespace

Layout layout_of(std::span<const Line> lines) {
  Layout layout;
  if (lines.empty()) return layout;
  const auto share = [&](auto predicate) {
    return static_cast<double>(std::ranges::count_if(lines, predicate)) /
           static_cast<double>(lines.size());
  };
  const bool double_spaced = share([](const Line& line) {
                               return line.blank_lines_before > 0;
                             }) > double_spaced_share;
  layout.width = width_of(lines);
  layout.wrapped = share([&](const Line& line) {
                     return static_cast<double>(line.width) >
                            full_line * static_cast<double>(layout.width);
                   }) > full_lines_share;
  layout.usual_blank_lines = double_spaced && layout.wrapped ? 1 : 0;

  std::map<std::size_t, std::size_t> indents;
  for (const Line& line : lines)
    if (line.indent > 0) ++indents[line.indent];
  const double indented = share([](const Line& line) { return line.indent > 0; });
  layout.indented = indented > indented_share && indented < longest_indented_share;
  if (!indents.empty())
    layout.paragraph_indent = std::ranges::max_element(indents, {}, [](const auto& entry) {
                                return entry.second;
                              })->first;
  return layout;
}

std::ptrdiff_t slack(std::string_view source, const Line& line, const Line& next,
                     std::size_t width) {
  const std::string_view words = next.range.of(source);
  std::size_t end = 0;
  (void)next_code_point(words, end);
  while (end < words.size()) {
    std::size_t after = end;
    const char32_t letter = next_code_point(words, after);
    if (is_white_space(letter) || is_han(letter)) break;
    end = after;
  }
  const bool han = is_han(code_point_at(words, 0));
  const std::size_t needed =
      line.indent + line.width + display_width(words.substr(0, end)) + (han ? 0 : 1);
  return static_cast<std::ptrdiff_t>(width) - static_cast<std::ptrdiff_t>(needed);
}

}  // namespace hexapla
