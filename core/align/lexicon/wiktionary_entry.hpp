#pragma once

#include "text/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Words of two languages that translate each other.
struct TranslatedWord {
  std::string source;
  std::string target;

  friend bool operator==(const TranslatedWord&, const TranslatedWord&) = default;
};

/// What a line of an extract of Wiktionary knows of two languages: the translations of a
/// word of either of them; of a word of a third language, translations of one sense into
/// both; and where one is English, the short definitions of a word of the other, in
/// extracts of the English edition. Returns: nothing when the line is no entry, a JSON
/// object with `word` and `lang_code`. Source:  the JSON lines of wiktextract, as
/// kaikki.org has them.
[[nodiscard]] std::optional<std::vector<TranslatedWord>> wiktionary_entry(
    std::string_view line, const Language& source, const Language& target);

}  // namespace hexapla
