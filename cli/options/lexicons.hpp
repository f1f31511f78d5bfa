#pragma once

// What is known of words before texts are aligned: --dictionary, --lexicon, --corpus; and
// what is kept for other texts: --save-lexicon.

#include "align/align_versions.hpp"
#include "align/batch.hpp"
#include "align/lexicon/prior_lexicon.hpp"
#include "align/lexicon/word_book.hpp"
#include "cli/options/align_options.hpp"
#include "text/language.hpp"

#include <optional>
#include <span>
#include <vector>

namespace hexapla::cli {

/// What the options say of the words of two languages. sources() refers to it.
struct KnownLanguages {
  Language source;
  Language target;
  std::optional<WordBook> dictionary;
  std::vector<PriorLexicon> lexicons;

  [[nodiscard]] WordSources sources() const;
};

/// --dictionary, --lexicon and --corpus for each pair of `languages`, which are in the
/// order of the texts; the columns of a dictionary are in that of `columns`. Errors:
/// UsageError for a dictionary where there are more than two languages, and for a
///         lexicon or a corpus that knows none of the pairs; Error of a file that can't be
///         read or is of other languages.
[[nodiscard]] std::vector<KnownLanguages> known_among(const WordOptions& given,
                                                      std::span<const Language> languages,
                                                      std::span<const Language> columns);

/// What align_versions() takes. Refers to `known`.
[[nodiscard]] std::vector<WordsBetween> words_between(
    std::span<const KnownLanguages> known);

/// Writes what the texts have taught, where --save-lexicon says so.
void save_lexicon(const WordOptions& given, std::span<const BatchPair> pairs,
                  std::span<const std::vector<Bead>> beads);

}  // namespace hexapla::cli
