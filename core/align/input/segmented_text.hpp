#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Text that is already cut, as its file gives it.
/// Returns: a line for each segment; of subtitles (.srt, .vtt) one for each cue, without
///          counters, times and tags.
/// Errors:  those of require_lines and admit_utf8.
[[nodiscard]] std::string admit_segments(std::string_view bytes, std::string_view name);

/// The lines of what admit_segments() returned, which has to live on.
[[nodiscard]] std::vector<std::string_view> segments_of(std::string_view text);

}  // namespace hexapla
