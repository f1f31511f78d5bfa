#include "align/input/segmented_text.hpp"

#include "document/subtitles/cues.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace hexapla {

std::string admit_segments(std::string_view bytes, std::string_view name) {
  require_lines(bytes, name);
  std::string text = admit_utf8(bytes, name);
  if (!is_subtitles(text)) return text;
  std::string segments;
  for (const Cue& cue : cues_in(text))
    segments += text_of(text, cue) + '\n';
  return segments;
}

std::vector<std::string_view> segments_of(std::string_view text) {
  if (text.empty()) return {};
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace hexapla
