#include "document/subtitles/read_subtitles.hpp"

#include "document/markup/line.hpp"
#include "document/subtitles/cues.hpp"

namespace hexapla {
namespace {

/// What of [0, size) lies in none of `words`, which are in order.
std::vector<ByteRange> gaps_between(const std::vector<ByteRange>& words, std::size_t size) {
  std::vector<ByteRange> gaps;
  std::size_t end = 0;
  for (const ByteRange range : words) {
    if (range.begin > end) gaps.push_back({end, range.begin});
    end = range.end;
  }
  if (size > end) gaps.push_back({end, size});
  return gaps;
}

}  // namespace

Manuscript manuscript_from_subtitles(const Decoded& decoded, std::string_view bytes) {
  const std::string& text = decoded.text;
  Manuscript manuscript;
  std::vector<ByteRange> words;
  for (const Cue& cue : cues_in(text)) {
    bool first = true;
    for (const ByteRange range : cue.lines) {
      MarkupLine line;
      for (const ByteRange part : shown_in(text, range)) {
        line.add({std::string(part.of(text)), part, true});
        words.push_back(part);
      }
      line.hint.whole_block = true;
      line.hint.continues = !first;
      line.hint.kind = BlockKind::paragraph;
      append_line(manuscript, line);
      first = false;
    }
  }
  manuscript.origin = composed(manuscript.origin, decoded.origin);
  for (const ByteRange gap : gaps_between(words, text.size()))
    manuscript.markup.push_back(decoded.origin.hull_of(gap));
  manuscript.format = "subtitles";
  note_encoding(manuscript, decoded);
  manuscript.source_size = bytes.size();
  return manuscript;
}

}  // namespace hexapla
