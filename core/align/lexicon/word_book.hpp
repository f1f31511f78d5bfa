#pragma once

#include "align/lexicon/known_words.hpp"
#include "align/lexicon/tokens.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace hexapla {

class LineReader;

/// A bilingual dictionary made by people, ready to be asked for the words of any text.
class WordBook {
 public:
  WordBook(Language source, Language target);

  /// Adds the entries of a file, of which a book may have several: tab-separated words
  /// (source, target, then anything), CC-CEDICT (`繁體 简体 [pin1 yin1]
  /// /meaning/meaning/`), or an extract of Wiktionary (see wiktionary_entry()); told apart
  /// by each line. Lines that begin with # are left out. A file that is named after both
  /// languages, as in fr-en.tsv, has its columns in the order of its name; CC-CEDICT and
  /// Wiktionary serve either order. Errors: Fault::malformed with the line, and for a file
  /// that knows nothing of the two
  ///         languages.
  void read(std::istream& in, std::string_view name);

  /// A book of one file. Errors: as read() of a stream.
  static WordBook read(std::string_view text, std::string_view name, Language source,
                       Language target);

  /// Words or phrases that translate each other.
  void add(std::string_view source, std::string_view target);

  /// The same for texts whose source is in the other language.
  [[nodiscard]] WordBook turned_round() &&;

  /// Words of the side that is written without spaces, for cutting its text.
  [[nodiscard]] const HanWords& han_words() const noexcept { return han_words_; }

  /// What it knows of the words that are in a vocabulary, sorted by source and target.
  [[nodiscard]] std::vector<KnownPair> known_in(const Vocabulary& vocabulary) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> numbers_of(std::string_view phrase,
                                                      const Language& language);
  void add_line(std::string_view line, const LineReader& lines, bool is_turned);
  void add_cedict(std::string_view line, const LineReader& lines);

  Language source_;
  Language target_;
  Vocabulary keys_;
  std::vector<KnownPair> pairs_;  ///< In the numbers of keys_.
  HanWords han_words_;
};

}  // namespace hexapla
