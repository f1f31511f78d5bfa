#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// The first letters of a word, folded and without the Arabic article and what is written
/// before it: what a word has in common with its derivations (symptom, symptomatic).
/// Returns: empty for words that are too short to tell.
[[nodiscard]] std::string word_root(std::string_view word);

}  // namespace hexapla
