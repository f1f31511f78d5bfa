#pragma once

#include "text/language.hpp"
#include "text/stem.hpp"
#include "text/words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Makes the keys under which words are compared: folded and stemmed, without the particles
/// that Arabic writes in one with a word. One thread at a time.
class WordKeys {
 public:
  explicit WordKeys(Language language);

  /// The key of a word as it is in a term.
  [[nodiscard]] std::string of_term_word(std::string_view word, WordKind kind) const;

  /// The keys that a word of running text may have: one, and in Arabic one more for each
  /// way to take particles off its front. `keys` is emptied first.
  void of_text_word(std::string_view word, WordKind kind,
                    std::vector<std::string>& keys) const;

 private:
  [[nodiscard]] std::string key_of(std::string_view form) const;

  Language language_;
  bool arabic_;
  Stemmer stemmer_;
};

/// True when two folded words with one key are forms of one noun or adjective, as far as
/// the language's endings are known: not "intention" and "intentional".
[[nodiscard]] bool are_forms_of_one_word(std::string_view one, std::string_view other,
                                         Language language);

/// True for hyphens and apostrophes that are glued to words on both sides: they neither
/// part nor join words for us. `words` are of `text`.
[[nodiscard]] bool is_joint(std::string_view text, std::span<const Word> words,
                            std::size_t index);

}  // namespace hexapla
