#pragma once

#include "document/decode.hpp"
#include "document/document.hpp"

#include <optional>
#include <string_view>

namespace hexapla {

/// Reads text as extracted from the PDF of a United Nations document and undoes the
/// extraction: joins wrapped lines, mends hyphenation, finds the blocks and footnote marks.
/// `name` is for messages and Document::name.
///
/// Errors: as decode(); Fault::malformed when the bytes are blank.
[[nodiscard]] Document read_text(std::string_view bytes, std::string_view name,
                                 Language language,
                                 const std::optional<std::string>& encoding = std::nullopt);

/// The same for bytes that are decoded already, of which there were `source_size`.
[[nodiscard]] Document read_text(Decoded decoded, std::uint64_t source_size,
                                 std::string_view name, Language language);

/// The language of `text` among the official six, from its script and most common words;
/// nullopt when the text gives no clear answer.
[[nodiscard]] std::optional<Language> guess_language(std::string_view text);

}  // namespace hexapla
