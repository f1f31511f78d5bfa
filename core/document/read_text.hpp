#pragma once

#include "document/encoding/decode.hpp"
#include "document/manuscript.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// Text as it stands: extracted from a PDF, typed, or one paragraph a line. Of subtitles
/// (.srt, .vtt) only what is shown, a paragraph a cue.
/// Errors: those of decode.
[[nodiscard]] Manuscript manuscript_from_text(
    std::string_view bytes, std::string_view name,
    const std::optional<std::string>& encoding = std::nullopt);

/// manuscript_from_text and document_from in one step, for who knows the language.
/// Errors: theirs.
[[nodiscard]] Document read_text(std::string_view bytes, std::string_view name,
                                 Language language,
                                 const std::optional<std::string>& encoding = std::nullopt);

}  // namespace hexapla
