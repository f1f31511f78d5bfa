#pragma once

#include "align/lexicon/prior_lexicon.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace hexapla {

/// A lexicon and the languages whose words it pairs.
struct NamedLexicon {
  Language source;
  Language target;
  PriorLexicon lexicon;
};

inline constexpr std::size_t most_lexicon_pairs = 5'000'000;
inline constexpr std::size_t longest_lexicon_key = 64;  ///< Bytes.

/// `lexicon` as text: a first line with format, keys and languages, then a line for each
/// source key: the key, and for each of its translations the key and both probabilities in
/// percent, with tabs between them. The same lexicon gives the same bytes.
[[nodiscard]] std::string lexicon_text(const NamedLexicon& lexicon);

/// Reads what lexicon_text() wrote; `text` is valid UTF-8. Lines that begin with # are left
/// out.
/// Errors: Fault::malformed with the line; Fault::unsupported when the keys are of another
///         version than the aligner's, or the file is of another format.
[[nodiscard]] NamedLexicon read_lexicon(std::string_view text, std::string_view name);

/// `lexicon` for texts in these languages, turned round if need be; regions and scripts
/// (zh-Hans) make no difference.
/// Errors: Fault::inconsistent when it is of others.
[[nodiscard]] PriorLexicon lexicon_for(NamedLexicon lexicon, Language source,
                                       Language target, std::string_view name);

}  // namespace hexapla
