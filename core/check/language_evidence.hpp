#pragma once

#include "text/language.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace hexapla {

/// The official language that `text` is written in when that is surely another than
/// `expected`: told by its script, or by language_words.tsv between languages of one
/// script. Returns: its tag, which lives as long as the program; nullopt for names,
/// addresses and
///          texts too short to tell.
[[nodiscard]] std::optional<std::string_view> foreign_language(std::string_view text,
                                                               Language expected);

/// The words of `text` that start with a small letter: names and titles have few.
[[nodiscard]] std::size_t count_small_words(std::string_view text);

}  // namespace hexapla
