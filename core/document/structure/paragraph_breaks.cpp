#include "document/structure/paragraph_breaks.hpp"

#include <algorithm>

namespace hexapla {
namespace {

// A line whose sentence goes on but which leaves more than this share of the width free
// was ended on purpose, as a heading is.
constexpr std::ptrdiff_t left_free_on_purpose = 3;  // a third
// A sentence's last line that leaves more than this share of the width free was not
// wrapped.
constexpr std::ptrdiff_t clearly_short = 4;  // a quarter
// Of the width: lines that are shorter were not wrapped.
constexpr double short_width = .35;
// Columns by which a hanging paragraph's lines may miss its text.
constexpr std::size_t hanging_slip = 1;

}  // namespace

bool ParagraphBreaks::starts_paragraph(const Paragraph& above, std::uint32_t line,
                                       bool labelled) const {
  const Line& before = lines_[above.last];
  const Line& now = lines_[line];
  if (facts_[above.last].leader) return true;
  if (now.hint.continues || now.hint.wrapped) return above.last + 1 != line;
  if (before.hint.whole_block || now.hint.whole_block) return true;
  const LineFacts& end = facts_[above.last];
  if (end.hyphenated && facts_[line].lower_start) return false;
  // The second line of a title in a table of contents.
  if (facts_[line].leader && facts_[line].lower_start && !end.ended) return false;
  if (!layout_.wrapped) return true;
  // Across a page break or footnotes, blank lines say nothing.
  const bool neighbours = above.last + 1 == line && !now.starts_page;
  const bool gap = neighbours && now.blank_lines_before > layout_.usual_blank_lines;
  if (gap && (!layout_.indented || end.ended || labelled)) return true;
  const bool otherwise_marked = layout_.separated || layout_.always_indented;
  if (labelled && (end.ended || end.clause_ended) &&
      (!otherwise_marked || (!neighbours && leaves_room(above, line))))
    return true;
  if (neighbours && stands_alone(above, line)) return true;
  if (layout_.indented && starts_by_indent(above, line)) return true;
  if (layout_.indented && !end.ended && !gap) return false;
  return neighbours && otherwise_marked && !gap ? clearly_ended(above, line)
                                                : starts_by_room(above, line);
}

/// The next line's first word would have found room in the last one.
bool ParagraphBreaks::leaves_room(const Paragraph& above, std::uint32_t line) const {
  return slack(lines_[above.last], facts_[line], layout_.width) >= 0;
}

/// Two short lines below each other are no paragraph: "18th plenary meeting" and its date.
bool ParagraphBreaks::stands_alone(const Paragraph& above, std::uint32_t line) const {
  const auto is_short = [&](const Line& of) {
    return static_cast<double>(of.width) < short_width * static_cast<double>(layout_.width);
  };
  const Line& before = lines_[above.last];
  const Line& now = lines_[line];
  const std::size_t end = before.indent + before.width;
  const std::size_t now_end = now.indent + now.width;
  const bool flush_right = std::max(end, now_end) - std::min(end, now_end) <= hanging_slip;
  return above.first == above.last && is_short(before) && is_short(now) &&
         !facts_[line].lower_start && !facts_[above.last].hyphenated &&
         (now.indent == before.indent || flush_right);
}

/// Where blank lines part paragraphs, a line without one goes on but for good reason.
bool ParagraphBreaks::clearly_ended(const Paragraph& above, std::uint32_t line) const {
  return facts_[above.last].ended &&
         slack(lines_[above.last], facts_[line], layout_.width) * clearly_short >=
             static_cast<std::ptrdiff_t>(layout_.width);
}

bool ParagraphBreaks::starts_by_indent(const Paragraph& above, std::uint32_t line) const {
  const std::size_t indent = lines_[line].indent;
  if (indent <= layout_.margin) return false;
  const bool hangs = above.text_column > 0 && indent + hanging_slip >= above.text_column &&
                     indent <= above.text_column + hanging_slip;
  return !hangs && !goes_on_in_item(above, line) && !goes_on_set_in(above, line);
}

/// Paragraphs may be set in as a whole, in a box: their full lines go on at one indent, or
/// farther out than their first.
bool ParagraphBreaks::goes_on_set_in(const Paragraph& above, std::uint32_t line) const {
  const Line& before = lines_[above.last];
  const Line& now = lines_[line];
  if (above.last + 1 != line || now.starts_page || facts_[line].labelled ||
      now.indent > before.indent || now.blank_lines_before > layout_.usual_blank_lines)
    return false;
  const bool full = slack(before, facts_[line], layout_.width) <
                    std::max<std::ptrdiff_t>(layout_.tolerance, 0);
  const LineFacts& end = facts_[above.last];
  const bool open = !end.ended && !(end.clause_ended && facts_[line].upper_start);
  const bool first_set_in = lines_[above.first].indent > now.indent;
  const bool inside = above.first != above.last && now.indent == before.indent;
  return full && ((open && (inside || first_set_in)) || (first_set_in && inside));
}

/// The text of an item may hang deeper than its label, or be set in like it: (a) …
bool ParagraphBreaks::goes_on_in_item(const Paragraph& above, std::uint32_t line) const {
  const LineFacts& end = facts_[above.last];
  const LineFacts& now = facts_[line];
  const Line& first = lines_[above.first];
  const std::size_t indent = lines_[line].indent;
  const bool alike = above.first == above.last || indent == lines_[above.last].indent;
  if (!facts_[above.first].labelled || now.labelled || !alike || indent < first.indent)
    return false;
  const bool full = slack(lines_[above.last], now, layout_.width) <
                    std::max<std::ptrdiff_t>(layout_.tolerance, 0);
  if (indent == first.indent) return !end.ended && (full || now.lower_start);
  return full || (!end.ended && (!end.clause_ended || now.lower_start));
}

bool ParagraphBreaks::starts_by_room(const Paragraph& above, std::uint32_t line) const {
  const LineFacts& end = facts_[above.last];
  const std::ptrdiff_t room = slack(lines_[above.last], facts_[line], layout_.width);
  if (end.ended)
    return room >= layout_.tolerance || (!layout_.indented && layout_.short_paragraphs);
  if (layout_.exact) return room >= 0;
  // A preamble's paragraphs end with commas: Recalling its resolutions,
  if (end.clause_ended && facts_[line].upper_start && room >= layout_.tolerance &&
      layout_.tolerance > 0)
    return true;
  const bool on_purpose =
      room * left_free_on_purpose >= static_cast<std::ptrdiff_t>(layout_.width);
  if (facts_[line].lower_start) return on_purpose && layout_.tolerance == 0;
  return layout_.tolerance == 0 ? room >= 0 : on_purpose || room >= 2 * layout_.tolerance;
}

}  // namespace hexapla
