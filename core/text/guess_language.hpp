#pragma once

#include "text/language.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace hexapla {

/// The language of `text` among the official six, from its script and most common words;
/// nullopt when the text gives no clear answer.
[[nodiscard]] std::optional<Language> guess_language(std::string_view text);

/// The same for a text of the United Nations, which is in one of the six: where words are
/// few, as in drafts and lists of States, the masthead's and any lead decide.
[[nodiscard]] std::optional<Language> guess_official_language(std::string_view text);

/// How many words of `text` hold a letter beyond ASCII and are among the commonest of one
/// of the six languages. Tells a right reading of bytes from a wrong one.
[[nodiscard]] std::size_t common_words_beyond_ascii(std::string_view text);

}  // namespace hexapla
