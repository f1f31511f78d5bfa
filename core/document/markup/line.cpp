#include "document/markup/line.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {

bool MarkupLine::blank() const {
  return std::ranges::all_of(spans, [](const Span& span) {
    return trimmed(span.piece.words, {0, span.piece.words.size()}).empty();
  });
}

void MarkupLine::add(TextPiece piece, std::string mark) {
  if (!spans.empty()) {
    // A page has millions of words: what goes on where the last piece ended joins it.
    auto& [last, last_mark] = spans.back();
    if (last.copied && piece.copied && last.source.end == piece.source.begin &&
        mark == last_mark) {
      last.words += piece.words;
      last.source.end = piece.source.end;
      return;
    }
  }
  spans.push_back({std::move(piece), std::move(mark)});
}

void append_line(Manuscript& manuscript, const MarkupLine& line, std::uint64_t part_begin) {
  if (line.blank()) return;
  const auto narrow = [](std::uint64_t size) { return static_cast<std::uint32_t>(size); };
  const auto append = [&](std::string_view words, ByteRange source, bool copied) {
    if (words.empty()) return;
    manuscript.origin.append({narrow(manuscript.text.size()), narrow(words.size()),
                              narrow(part_begin + source.begin), narrow(source.size()),
                              copied});
    manuscript.text += words;
  };
  const std::size_t begin = manuscript.text.size();
  for (const MarkupLine::Span& span : line.spans) {
    const std::size_t span_begin = manuscript.text.size();
    append(span.piece.words, span.piece.source, span.piece.copied);
    if (span.mark.empty()) continue;
    // "[", "1" and "]" of a mark may be in tags of their own.
    if (!manuscript.marks.empty() && manuscript.marks.back().range.end == span_begin &&
        manuscript.marks.back().label == span.mark) {
      manuscript.marks.back().range.end = manuscript.text.size();
    } else {
      manuscript.marks.push_back({{span_begin, manuscript.text.size()}, span.mark});
    }
  }
  const ByteRange range = trimmed(manuscript.text, {begin, manuscript.text.size()});
  const std::string_view text = manuscript.text;
  Line made{range};
  if (line.keeps_layout)
    made.indent = display_width(text.substr(begin, range.begin - begin));
  made.width = display_width(range.of(text));
  made.blank_lines_before = line.blank_lines_before;
  made.starts_page = line.starts_page;
  made.hint = line.hint;
  manuscript.lines.push_back(std::move(made));
  const std::size_t end = line.spans.back().piece.source.end;
  append("\n", {end, end}, false);
}

}  // namespace hexapla
