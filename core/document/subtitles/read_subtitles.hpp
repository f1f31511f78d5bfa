#pragma once

#include "document/encoding/decode.hpp"
#include "document/manuscript.hpp"

#include <string_view>

namespace hexapla {

/// Subtitles as text: each cue a paragraph; counters, times and tags are no words.
/// `decoded` is subtitles (see is_subtitles).
[[nodiscard]] Manuscript manuscript_from_subtitles(const Decoded& decoded,
                                                   std::string_view bytes);

}  // namespace hexapla
