#pragma once

#include "document/document.hpp"

#include <optional>
#include <string_view>

namespace hexapla {

/// Reads text as extracted from the PDF of a United Nations document and undoes the
/// extraction: joins wrapped lines, mends hyphenation, finds the blocks and footnote marks.
/// `name` is for messages and Document::name.
///
/// Errors: Fault::malformed with the line of the first ill-formed byte, or when the bytes
///         are blank, or in another encoding than UTF-8; Fault::unsupported for a line or
///         a file too long to be a document's.
[[nodiscard]] Document read_text(std::string_view bytes, std::string_view name,
                                 Language language);

/// The language of `text` among the official six, from its script and most common words;
/// nullopt when the text gives no clear answer.
[[nodiscard]] std::optional<Language> guess_language(std::string_view text);

}  // namespace hexapla
