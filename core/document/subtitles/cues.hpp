#pragma once

#include "text/utf8.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What is shown at one time of a film.
/// Shape: lines in their order, not blank; without counter, times and notes.
struct Cue {
  std::vector<ByteRange> lines;
};

/// True when `text` begins as subtitles do: with `WEBVTT`, or with a cue's counter and
/// times, or its times alone.
[[nodiscard]] bool is_subtitles(std::string_view text);

/// The cues of `text` that show something, for which is_subtitles() holds.
/// Source: SubRip (.srt); W3C, WebVTT (.vtt): header, notes and style sheets are no text.
[[nodiscard]] std::vector<Cue> cues_in(std::string_view text);

/// The parts of a cue's line that are shown: not tags such as `<i>` or `{\an8}`.
[[nodiscard]] std::vector<ByteRange> shown_in(std::string_view text, ByteRange line);

/// What a cue shows, its lines joined by spaces.
[[nodiscard]] std::string text_of(std::string_view text, const Cue& cue);

}  // namespace hexapla
