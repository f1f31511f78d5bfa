#include "document/subtitles/cues.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hexapla {
namespace {

bool is_ascii_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// The lines of `text`, blank ones too, without the white space at their ends.
std::vector<ByteRange> trimmed_lines(std::string_view text) {
  std::vector<ByteRange> lines;
  std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    lines.push_back(trimmed(text, {at, end}));
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

/// Takes `00:01:04,137` (WebVTT: `01:04.137`) off the front of `line`.
bool take_time(std::string_view& line) {
  std::size_t digits = 0;
  std::size_t colons = 0;
  std::size_t at = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == ':') {
      ++colons;
    } else if (is_ascii_digit(line[at])) {
      ++digits;
    } else if (line[at] != ',' && line[at] != '.') {
      break;
    }
  }
  constexpr std::size_t least_digits = 5;  // 0:01.5 is the shortest that players accept
  if (colons == 0 || colons > 2 || digits < least_digits - 1) return false;
  line.remove_prefix(at);
  return true;
}

bool is_times(std::string_view line) {
  constexpr std::string_view arrow = "-->";
  if (!take_time(line)) return false;
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  if (!line.starts_with(arrow)) return false;
  line.remove_prefix(arrow.size());
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return take_time(line);
}

bool is_header(std::string_view line) {
  return line == "WEBVTT" || line.starts_with("WEBVTT ") || line.starts_with("WEBVTT\t");
}

}  // namespace

bool is_subtitles(std::string_view text) {
  std::size_t seen = 0;
  constexpr std::size_t longest_counter = 9;  // digits
  // The bytes in which two lines stand: texts are long, and this is asked of each.
  constexpr std::size_t beginning = 4096;
  for (const ByteRange range : trimmed_lines(text.substr(0, beginning))) {
    if (range.empty()) continue;
    const std::string_view line = range.of(text);
    if (is_times(line) || (seen == 0 && is_header(line))) return true;
    if (++seen > 1 || line.size() > longest_counter ||
        !std::ranges::all_of(line, is_ascii_digit))
      return false;
  }
  return false;
}

std::vector<Cue> cues_in(std::string_view text) {
  const std::vector<ByteRange> lines = trimmed_lines(text);
  std::vector<Cue> cues;
  std::optional<Cue> cue;  // none outside of cues: header, notes, style sheets
  const auto close = [&] {
    if (cue && !cue->lines.empty()) cues.push_back(*std::move(cue));
    cue.reset();
  };
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const ByteRange line = lines[number];
    if (is_times(line.of(text))) {
      // The counter is above; where no blank line is between, it looked like text.
      const bool counter_inside =
          cue && !cue->lines.empty() && cue->lines.back() == lines[number - 1] &&
          std::ranges::all_of(lines[number - 1].of(text), is_ascii_digit);
      if (counter_inside) cue->lines.pop_back();
      close();
      cue.emplace();
    } else if (line.empty()) {
      close();
    } else if (cue && !shown_in(text, line).empty()) {
      cue->lines.push_back(line);
    }
  }
  close();
  return cues;
}

std::vector<ByteRange> shown_in(std::string_view text, ByteRange line) {
  constexpr std::array<std::pair<char, char>, 2> tags{{{'<', '>'}, {'{', '}'}}};
  std::vector<ByteRange> shown;
  const auto add = [&](ByteRange part) {
    if (!trimmed(text, part).empty()) shown.push_back(part);
  };
  std::size_t begin = line.begin;
  for (std::size_t at = line.begin; at < line.end; ++at) {
    const auto* const tag =
        std::ranges::find(tags, text[at], &std::pair<char, char>::first);
    if (tag == tags.end()) continue;
    // "2 < 3" and "{" by itself are text.
    const bool named = at + 1 < line.end && text[at + 1] != ' ';
    const bool fits = named && (text[at] == '<' || text[at + 1] == '\\');
    const std::size_t close = text.find(tag->second, at);
    if (!fits || close >= line.end) continue;
    add({begin, at});
    begin = close + 1;
    at = close;
  }
  add({begin, line.end});
  return shown;
}

std::string text_of(std::string_view text, const Cue& cue) {
  std::string shown;
  for (const ByteRange line : cue.lines) {
    if (!shown.empty()) shown += ' ';
    for (const ByteRange part : shown_in(text, line))
      shown += part.of(text);
  }
  return shown;
}

}  // namespace hexapla
