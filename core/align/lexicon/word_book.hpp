#pragma once

#include "align/lexicon/known_words.hpp"
#include "align/lexicon/tokens.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hexapla {

/// A bilingual dictionary made by people, ready to be asked for the words of any text.
class WordBook {
 public:
  WordBook(Language source, Language target);

  /// Reads tab-separated words (source, target, then anything) or CC-CEDICT
  /// (`繁體 简体 [pin1 yin1] /meaning/meaning/`), told apart by the first entry. Lines that
  /// begin with # are left out. CC-CEDICT is turned round when the target is Chinese.
  /// Errors: Fault::malformed with the line.
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
  void add_cedict(std::string_view line, std::string_view name, std::size_t line_number);

  Language source_;
  Language target_;
  Vocabulary keys_;
  std::vector<KnownPair> pairs_;  ///< In the numbers of keys_.
  HanWords han_words_;
};

}  // namespace hexapla
