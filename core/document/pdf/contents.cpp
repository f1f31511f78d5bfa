#include "document/pdf/lines.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <optional>

namespace hexapla {
namespace {

// Points in a row that lead to a page number, and characters of that.
constexpr std::size_t fewest_leading_points = 10;
constexpr std::size_t longest_page = 8;
// Rows of a title at the most.
constexpr std::uint32_t most_title_rows = 6;
// Of a line's height: lines of one title stand no farther apart.
constexpr double title_gap = .5;

/// Whether a row of points ends `line`, with no number behind it.
bool leads_nowhere(const PdfLine& line) {
  std::size_t points = 0;
  for (auto sign = line.text.rbegin(); sign != line.text.rend(); ++sign) {
    if (is_white_space(sign->code)) continue;
    if (sign->code != U'.' && sign->code != U'…' && sign->code != U'·') break;
    if (++points == fewest_leading_points) return true;
  }
  return false;
}

bool is_page_number(const PdfLine& line) {
  constexpr std::u32string_view signs = U"ivxlcIVXLC-–";
  return !line.text.empty() && line.text.size() <= longest_page &&
         std::ranges::all_of(line.text, [&](const PdfCharacter& sign) {
           return is_digit(sign.code) || is_white_space(sign.code) ||
                  signs.find(sign.code) != std::u32string_view::npos;
         });
}

/// The page number that stands beside the first line of the title whose last is `last`.
std::optional<std::size_t> number_beside(const std::vector<PdfLine>& lines,
                                         std::size_t last) {
  const PdfLine* below = &lines[last];
  for (std::size_t i = last; i-- > 0;) {
    const PdfLine& line = lines[i];
    const bool same_title = line.page == lines[last].page &&
                            line.area == lines[last].area &&
                            lines[last].row - line.row < most_title_rows &&
                            below->top - line.bottom <= title_gap * line.height();
    if (!same_title || leads_nowhere(line)) return std::nullopt;
    if (is_page_number(line) && line.start >= lines[last].end && line.cells > 1) return i;
    if (line.cells > 1 && line.row != lines[i + 1].row) return std::nullopt;
    below = &line;
  }
  return std::nullopt;
}

}  // namespace

void join_contents(std::vector<PdfLine>& lines) {
  std::vector<PdfLine> kept;
  kept.reserve(lines.size());
  for (PdfLine& line : lines) {
    kept.push_back(std::move(line));
    const std::size_t last = kept.size() - 1;
    if (!leads_nowhere(kept[last])) continue;
    const auto number = number_beside(kept, last);
    if (!number) continue;
    PdfLine& end = kept[last];
    const std::uint32_t at = end.text.back().end;
    end.text.push_back({.code = U' ', .begin = at, .end = at});
    end.text.insert(end.text.end(), kept[*number].text.begin(), kept[*number].text.end());
    end.end = kept[*number].end;
    for (std::size_t i = *number + 1; i <= last; ++i)
      kept[i].goes_on = true;
    if (*number > 0) --kept[*number - 1].cells;
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(*number));  // a few rows up
  }
  lines = std::move(kept);
}

}  // namespace hexapla
