#include "document/pdf/writer.hpp"

#include "document/pdf/notes.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

// Of the body's size.
constexpr double heading_size = 1.15;
constexpr double same_size = .05;
// Of the font size: lines that start or end nearer than this do so at one place.
constexpr double set_in = .5;
// Of a heading's height: its lines stand no farther apart.
constexpr double heading_pitch = 1.6;
// Of its height: the next line of a paragraph is no farther below.
constexpr double close_line = .3;
constexpr std::ptrdiff_t most_italic_lines = 2;  // of a heading
// Words with which two lines of one legend begin, also in small print; of the body's size.
constexpr std::ptrdiff_t fewest_same_words = 3;
constexpr std::ptrdiff_t fewest_same_words_in_small = 2;
constexpr double small_print = .9;
constexpr std::size_t longest_indent = 200;  // columns

std::uint32_t narrow_offset(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

/// Where the raised or linked label of the footnote that starts with `line` ends; 0 when
/// there is none.
std::size_t set_off_label_end(const PdfLine& line) {
  if (line.label.empty()) return 0;
  const auto end = std::ranges::find_if_not(line.text, &PdfCharacter::set_off);
  return static_cast<std::size_t>(end - line.text.begin());
}

auto first_sign(const PdfLine& line) {
  return std::ranges::find_if_not(
      line.text, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
}

}  // namespace

PdfWriter::PdfWriter(std::span<const PdfLine> lines)
    : lines_(lines), measures_(measures_of(lines)) {
  for (const PdfLine& line : lines)
    if (!line.label.empty()) labels_.insert(line.label);
}

Manuscript PdfWriter::write() {
  for (const BlockKind kind :
       {BlockKind::paragraph, BlockKind::footnote, BlockKind::furniture}) {
    above_ = nullptr;
    for (const PdfLine& line : lines_)
      if (line.kind == kind) write_line(line);
  }
  return std::move(manuscript_);
}

void PdfWriter::write_line(const PdfLine& line) {
  const std::size_t begin = manuscript_.text.size();
  write_text(line);
  const ByteRange range = trimmed(manuscript_.text, {begin, manuscript_.text.size()});
  const auto source = line.text.empty() ? 0U : line.text.back().end;
  append("\n", {.code = U'\n', .begin = source, .end = source}, false);
  if (range.empty()) return;
  Line shape = shape_of(line);
  shape.range = range;
  below_heading_ = shape.hint.kind == BlockKind::heading;
  manuscript_.lines.push_back(std::move(shape));
  above_ = &line;
}

void PdfWriter::write_text(const PdfLine& line) {
  const std::vector<RaisedMark> marks = raised_marks(line);
  auto mark = marks.begin();
  std::size_t mark_begin = 0;
  const std::size_t label_end = set_off_label_end(line);
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    if (i > 0 && i == label_end && !is_white_space(line.text[i].code))
      append(" ",
             {.code = U' ', .begin = line.text[i - 1].end, .end = line.text[i - 1].end},
             false);
    if (mark != marks.end() && i == mark->begin) mark_begin = manuscript_.text.size();
    write_character(line.text[i]);
    if (mark == marks.end() || i + 1 != mark->end) continue;
    if (line.kind == BlockKind::paragraph && labels_.contains(mark->label))
      manuscript_.marks.push_back({{mark_begin, manuscript_.text.size()}, mark->label});
    ++mark;
  }
}

void PdfWriter::write_character(const PdfCharacter& character) {
  if (const auto letters = shapes_.letters_of(character.code)) {
    append(*letters, character, false);
    return;
  }
  std::string words;
  append_code_point(words, character.code);
  append(
      words, character,
      character.code == character.said && words.size() == character.end - character.begin);
}

void PdfWriter::append(std::string_view words, const PdfCharacter& character, bool copied) {
  manuscript_.origin.append({narrow_offset(manuscript_.text.size()),
                             narrow_offset(words.size()), character.begin,
                             character.end - character.begin, copied});
  manuscript_.text += words;
}

Line PdfWriter::shape_of(const PdfLine& line) const {
  const auto columns = [&](double units) {
    const double count = std::max(units / measures_.column, 0.);
    return static_cast<std::size_t>(
        std::lround(std::min(count, static_cast<double>(longest_indent))));
  };
  Line shape;
  // What begins before the margin ends where other lines do: most lines may be set in.
  const double margin = measures_.margin_of(line);
  shape.indent = columns(line.start - margin);
  shape.width = std::max<std::size_t>(columns(line.end - std::max(line.start, margin)), 1);
  shape.page = line.page + 1;
  const bool same_area =
      above_ != nullptr && above_->page == line.page && above_->area == line.area;
  shape.starts_page = above_ != nullptr && above_->page != line.page;
  if (same_area) {
    // Of the usual pitch: more white space than this between two lines is a blank line.
    constexpr double blank_line = .2;
    constexpr std::size_t most_blank_lines = 9;
    const double pitch = (line.bottom - above_->bottom) / measures_.line_pitch;
    if (pitch > 1 + blank_line)
      shape.blank_lines_before = std::clamp<std::size_t>(
          static_cast<std::size_t>(std::lround(pitch)) - 1, 1, most_blank_lines);
  }
  const bool next_column =
      !same_area && above_ != nullptr && above_->page == line.page && above_->in_column;
  if (same_area && stands_apart(*above_, line))
    shape.blank_lines_before = std::max<std::size_t>(shape.blank_lines_before, 1);
  // What goes across the page below columns doesn't go on with the last of them.
  if (next_column && (!line.in_column || measures_.leaves_room(*above_)))
    shape.blank_lines_before = 1;
  shape.hint = hint_of(line);
  return shape;
}

bool PdfWriter::is_heading(const PdfLine& line) const {
  const bool wordless = std::ranges::none_of(
      line.text, [](const PdfCharacter& character) { return is_letter(character.code); });
  if (wordless) return false;  // a bar code, a page number, a rule
  return (line.bold && !measures_.bold) ||
         line.least_size > heading_size * measures_.size || is_italic_heading(line);
}

/// A line or two all in italics, near the margin, with white space above and below: not
/// what opens a text, "The General Assembly," nor "[on the report of the Committee]".
bool PdfWriter::is_italic_heading(const PdfLine& line) const {
  if (!line.italic || line.text.empty() || line.cell || line.kind != BlockKind::paragraph)
    return false;
  const auto goes_on = [&](const PdfLine& above, const PdfLine& below) {
    return above.page == below.page && above.area == below.area && below.italic &&
           above.italic && !measures_.gap_between(above, below);
  };
  const PdfLine* first = &line;
  const PdfLine* last = &line;
  while (first != lines_.data() && last - first < most_italic_lines &&
         goes_on(first[-1], *first))
    --first;
  while (last + 1 != lines_.data() + lines_.size() && last - first < most_italic_lines &&
         goes_on(*last, last[1]))
    ++last;
  if (last - first >= most_italic_lines || last + 1 == lines_.data() + lines_.size() ||
      last[1].area != line.area || last[1].page != line.page ||
      !measures_.gap_between(*last, last[1]) || last[1].kind != BlockKind::paragraph)
    return false;
  const bool below_text = first != lines_.data() && first[-1].page == line.page &&
                          first[-1].area == line.area && !first[-1].cell &&
                          first[-1].kind == BlockKind::paragraph;
  if (below_text && !measures_.gap_between(first[-1], *first) && !is_heading(first[-1]))
    return false;
  const auto end =
      std::find_if_not(last->text.rbegin(), last->text.rend(),
                       [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  constexpr std::u32string_view openings = U",;:،؛，：；";
  const auto start = first_sign(*first);
  return start != first->text.end() && end != last->text.rend() &&
         !measures_.is_indented(*first) && is_letter(start->code) &&
         !is_lower_case(start->code) && !is_terminal(end->code) &&
         openings.find(end->code) == std::u32string_view::npos;
}

/// Lines set flush right, such as the meeting and the day below a resolution, and lines
/// that begin with the same words, such as those of a legend, are paragraphs of their own.
bool PdfWriter::stands_apart(const PdfLine& above, const PdfLine& line) const {
  const double slip = set_in * line.size;
  const double middle = (measures_.margin + measures_.edge) / 2;
  const bool flush_right = !line.in_column && line.start > middle && above.start > middle &&
                           std::abs(above.end - line.end) <= slip &&
                           std::abs(above.start - line.start) > slip;
  if (flush_right) return true;
  const auto first = first_sign(line);
  if (first == line.text.end()) return false;
  const auto [mine, theirs] =
      std::mismatch(first, line.text.end(), first_sign(above), above.text.end(),
                    [](const PdfCharacter& sign, const PdfCharacter& other) {
                      return sign.code == other.code;
                    });
  if (mine == line.text.end()) return false;
  const auto words = std::count_if(
      first, mine, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  const bool small = line.size < small_print * measures_.size;
  return is_upper_case(first->code) &&
         words >= (small ? fewest_same_words_in_small : fewest_same_words) &&
         std::abs(above.start - line.start) <= line.size;
}

bool PdfWriter::goes_on_heading(const PdfLine& above, const PdfLine& line) const {
  return below_heading_ && above.page == line.page && above.area == line.area &&
         above.bold == line.bold && above.italic == line.italic &&
         std::abs(above.size - line.size) <= same_size * line.size &&
         line.bottom - above.bottom < heading_pitch * line.height();
}

/// A line all in bold type is no heading where a paragraph above it goes on: the word that
/// it begins with found no room there.
bool PdfWriter::goes_on_in_bold(const PdfLine& above, const PdfLine& line) const {
  const bool only_bold = line.bold && line.least_size <= heading_size * measures_.size &&
                         std::abs(above.size - line.size) <= same_size * line.size;
  if (!only_bold || below_heading_ || above.cell || line.cell) return false;
  std::size_t word = 0;
  while (word < line.text.size() && !is_white_space(line.text[word].code))
    ++word;
  const auto last =
      std::find_if_not(above.text.rbegin(), above.text.rend(),
                       [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  const bool open = last != above.text.rend() && !is_terminal(last->code);
  if (!measures_.is_full(above, word)) return false;
  if (above.page != line.page || above.area != line.area)
    return open && is_lower_case(line.text.front().code);
  return !measures_.gap_between(above, line) &&
         line.start <= above.start + set_in * line.size &&
         (open || std::abs(above.end - line.end) <= set_in * line.size);
}

/// Where all paragraphs are indented, a page or column that begins at the margin goes on
/// with the last paragraph, whatever that ends with.
bool PdfWriter::goes_on_from_page(const PdfLine& above, const PdfLine& line) const {
  if (above.cell) return false;
  const bool new_area = above.page != line.page || above.area != line.area;
  return new_area && measures_.indented && !is_heading(above) &&
         !measures_.is_indented(line) && line.size == above.size;
}

/// Columns are so narrow that the words of their lines say little of whether they were
/// full.
bool PdfWriter::goes_on_in_column(const PdfLine& above, const PdfLine& line) const {
  return measures_.columns_marked && !above.cell && line.in_column &&
         above.page == line.page && above.area == line.area && above.size == line.size &&
         !is_heading(above) && !measures_.gap_between(above, line) &&
         !measures_.is_indented(line);
}

/// In narrow paragraphs, such as a note in small print below a chart, lines leave much room
/// but go on in lower case, below each other, where the next word found no room beside
/// them.
bool PdfWriter::goes_on_in_lower_case(const PdfLine& above, const PdfLine& line) const {
  const bool beside = above.page == line.page && above.area == line.area && !above.cell &&
                      above.size == line.size && !is_heading(above) &&
                      std::abs(above.start - line.start) <= set_in * line.size;
  if (!beside || line.text.empty() || !is_lower_case(line.text.front().code)) return false;
  const auto last =
      std::find_if_not(above.text.rbegin(), above.text.rend(),
                       [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  const auto word = std::ranges::find_if(
      line.text, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  const double room = measures_.column * static_cast<double>(word - line.text.begin() + 1);
  return last != above.text.rend() && !is_terminal(last->code) &&
         line.top - above.bottom < close_line * line.height() &&
         above.end + room >= line.end;
}

LineHint PdfWriter::hint_of(const PdfLine& line) const {
  LineHint hint;
  if (line.kind != BlockKind::paragraph) {
    hint.kind = line.kind;
    hint.label = line.label;
    hint.wrapped = line.kind == BlockKind::footnote && line.label.empty();
  } else if (line.cell) {
    hint.kind = BlockKind::table;
    hint.whole_block = true;
    hint.cell = line.cell;
    hint.wrapped = above_ != nullptr && above_->cell == line.cell;
  } else if (is_heading(line) && !(above_ != nullptr && goes_on_in_bold(*above_, line))) {
    hint.kind = BlockKind::heading;
    hint.whole_block = true;
    hint.wrapped = above_ != nullptr && goes_on_heading(*above_, line);
  } else {
    hint.wrapped = above_ != nullptr && (line.goes_on || goes_on_from_page(*above_, line) ||
                                         goes_on_in_column(*above_, line) ||
                                         goes_on_in_lower_case(*above_, line));
  }
  return hint;
}

}  // namespace hexapla
