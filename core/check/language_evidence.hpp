#pragma once

#include "text/language.hpp"
#include "text/words.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace hexapla {

/// What a text is written in that is not in the language expected.
struct ForeignText {
  /// The tag of an official language, which lives as long as the texts that are checked;
  /// empty where only the script is another.
  std::string_view language;
  double certainty = 0;

  friend bool operator==(const ForeignText&, const ForeignText&) = default;
};

/// Tells a text in another official language than `expected` by its script, or, between
/// languages of Latin script, by how much likelier its small words are there
/// (language_words.tsv): several different ones, since no single word decides.
/// Returns: nullopt for names, addresses and texts too short to tell.
[[nodiscard]] std::optional<ForeignText> foreign_language(std::string_view text,
                                                          Language expected);
/// The same for a text whose words_of() are known.
[[nodiscard]] std::optional<ForeignText> foreign_language(std::string_view text,
                                                          std::span<const Word> words,
                                                          Language expected);

/// The words of `text` that start with a small letter: names and titles have few.
[[nodiscard]] std::size_t count_small_words(std::string_view text);

}  // namespace hexapla
