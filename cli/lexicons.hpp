#pragma once

// What is known of words before texts are aligned: --dictionary, --lexicon; and what is
// kept for other texts: --save-lexicon.

#include "align/batch.hpp"
#include "align/prior_lexicon.hpp"
#include "align/word_book.hpp"
#include "cli/arguments.hpp"
#include "text/language.hpp"

#include <optional>
#include <span>
#include <vector>

namespace hexapla::cli {

/// What the options say of the words of two languages. sources() refers to it.
struct KnownLanguages {
  std::optional<WordBook> dictionary;
  std::vector<PriorLexicon> lexicons;

  [[nodiscard]] WordSources sources() const;
};

/// --dictionary and --lexicon for texts in these languages. A lexicon may be a folder with
/// a file for each pair (en-zh.lexicon); a pair without a file has no lexicon.
/// Errors: Error of a file that can't be read or is of other languages.
[[nodiscard]] KnownLanguages known_languages(const Arguments& arguments, Language source,
                                             Language target);

/// Writes what the texts have taught, where --save-lexicon says so.
void save_lexicon(const Arguments& arguments, std::span<const BatchPair> pairs,
                  std::span<const std::vector<Bead>> beads);

}  // namespace hexapla::cli
