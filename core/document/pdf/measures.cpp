#include "document/pdf/measures.hpp"

#include "document/pdf/notes.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace hexapla {
namespace {

// Of the font size: starts nearer than this are the same.
constexpr double same_indent = .25;
// Pitches beyond this many heights are gaps between paragraphs at the least.
constexpr double farthest_line = 3;
constexpr double bold_share = .3;
// Of a column's width: a line that leaves more of it free ends a paragraph.
constexpr double short_measured_line = .2;
// Of what its letters are wide on the average: how wide a word may be.
constexpr double widest_word = 1.3;
// Of the lines: how many end before the edge of the text, where full lines end.
constexpr double full_quantile = .9;
// Of the body's size.
constexpr double shallowest_indent = .5;
// Of the line pitch: what is farther below a line starts a paragraph.
constexpr double paragraph_pitch = 1.2;
// Lines below a gap, and the share of them that is indented where paragraphs are.
constexpr std::size_t fewest_starts = 4;
constexpr double indented_share = .9;

/// Where most lines start, the lines counted by their width: short ones are no body.
double common_start(std::span<const PdfLine* const> lines, double size) {
  std::map<long, double> widths;
  for (const PdfLine* line : lines)
    widths[std::lround(line->start / (same_indent * size))] += line->width();
  // Starts at the border of two steps are those of both.
  const auto weight = [&](const auto& entry) {
    const auto next = widths.find(entry.first + 1);
    return entry.second + (next == widths.end() ? 0 : next->second);
  };
  const auto most = std::ranges::max_element(widths, {}, weight);
  if (most == widths.end()) return 0;
  double start = 0;
  bool found = false;
  for (const PdfLine* line : lines) {
    const long step = std::lround(line->start / (same_indent * size));
    if (step < most->first || step > most->first + 1) continue;
    start = found ? std::min(start, line->start) : line->start;
    found = true;
  }
  return start;
}

std::string words_of_line(const PdfLine& line) {
  std::string words;
  for (const PdfCharacter& character : line.text)
    append_code_point(words, character.code);
  return words;
}

/// Where most full lines of the body end.
double common_end(std::span<const PdfLine* const> lines, double size) {
  std::vector<double> ends;
  for (const PdfLine* line : lines)
    if (line->size == size) ends.push_back(line->end);
  if (ends.empty()) return 0;
  const auto at =
      static_cast<std::size_t>(full_quantile * static_cast<double>(ends.size() - 1));
  std::ranges::nth_element(ends, ends.begin() + static_cast<std::ptrdiff_t>(at));
  return ends[at];
}

}  // namespace

double PdfMeasures::margin_of(const PdfLine& line) const {
  if (!line.in_column) return margin;
  const auto found = columns.find({line.page, line.area});
  return found == columns.end() ? margin : found->second.margin;
}

bool PdfMeasures::leaves_room(const PdfLine& line) const {
  const auto found = columns.find({line.page, line.area});
  if (found == columns.end()) return false;
  const auto& [start, end] = found->second;
  return end - line.end > short_measured_line * (end - start);
}

bool PdfMeasures::is_full(const PdfLine& line, std::size_t word) const {
  const auto found = columns.find({line.page, line.area});
  const double full = line.in_column && found != columns.end() ? found->second.end : edge;
  return full - line.end < widest_word * column * static_cast<double>(word + 1);
}

bool PdfMeasures::is_indented(const PdfLine& line) const {
  return line.start > margin_of(line) + shallowest_indent * size;
}

bool PdfMeasures::gap_between(const PdfLine& above, const PdfLine& line) const {
  return line.bottom - above.bottom > paragraph_pitch * line_pitch;
}

namespace {

/// A word alone can't be justified: the room beside it says nothing.
bool is_lone_word(const PdfLine& line) {
  return std::ranges::none_of(line.text, [](const PdfCharacter& character) {
    return is_white_space(character.code) || is_han(character.code);
  });
}

bool columns_are_marked(std::span<const PdfLine> lines, const PdfMeasures& measures) {
  std::size_t marked = 0;
  std::size_t unmarked = 0;  // though the line above leaves room
  const PdfLine* above = nullptr;
  for (const PdfLine& line : lines) {
    if (line.kind != BlockKind::paragraph || line.cell) continue;
    const bool below = above != nullptr && above->page == line.page &&
                       above->area == line.area && line.in_column;
    if (below && (measures.gap_between(*above, line) || measures.is_indented(line))) {
      ++marked;
    } else if (below && measures.leaves_room(*above) && !is_lone_word(*above)) {
      ++unmarked;
    }
    above = &line;
  }
  return marked >= fewest_starts && static_cast<double>(unmarked) <=
                                        (1 - indented_share) * static_cast<double>(marked);
}

bool starts_are_indented(std::span<const PdfLine> lines, const PdfMeasures& measures) {
  std::size_t starts = 0;
  std::size_t indented = 0;
  const PdfLine* above = nullptr;
  for (const PdfLine& line : lines) {
    if (line.kind != BlockKind::paragraph || line.cell) continue;
    const bool below = above != nullptr && above->page == line.page &&
                       above->area == line.area && line.size == measures.size &&
                       !line.bold && measures.gap_between(*above, line);
    // What is set half way across the page is a signature or the like.
    const bool start = below && line.start < line.end / 2;
    if (start && measures.is_indented(line)) ++indented;
    // The head of a document is set flush.
    if (start && indented > 0) ++starts;
    above = &line;
  }
  return starts >= fewest_starts &&
         static_cast<double>(indented) >= indented_share * static_cast<double>(starts);
}

}  // namespace

PdfMeasures measures_of(std::span<const PdfLine> lines) {
  PdfMeasures measures;
  measures.size = body_size(lines);
  double width = 0;
  double columns = 0;
  double bold = 0;
  std::vector<double> pitches;
  std::vector<const PdfLine*> body;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const PdfLine*>> in_columns;
  const PdfLine* above = nullptr;
  for (const PdfLine& line : lines) {
    if (line.kind != BlockKind::paragraph || line.cell) continue;
    (line.in_column ? in_columns[{line.page, line.area}] : body).push_back(&line);
    if (line.size == measures.size) {
      width += line.width();
      columns += static_cast<double>(display_width(words_of_line(line)));
      if (line.bold) bold += line.width();
      const bool below = above != nullptr && above->page == line.page &&
                         above->area == line.area && above->size == line.size;
      const double pitch = below ? line.bottom - above->bottom : 0;
      if (pitch > line.height() / 2 && pitch < farthest_line * line.height())
        pitches.push_back(pitch);
    }
    above = &line;
  }
  if (columns > 0 && width > 0) measures.column = width / columns;
  measures.bold = bold > bold_share * width;
  measures.margin = common_start(body, measures.size);
  measures.edge = common_end(body, measures.size);
  for (const auto& [area, column] : in_columns)
    measures.columns[area] = {common_start(column, measures.size),
                              (*std::ranges::max_element(column, {}, &PdfLine::end))->end};
  std::ranges::sort(pitches);
  measures.line_pitch =
      pitches.empty() ? 2 * measures.size : pitches[(pitches.size() - 1) / 2];
  measures.indented = starts_are_indented(lines, measures);
  measures.columns_marked = columns_are_marked(lines, measures);
  return measures;
}

}  // namespace hexapla
