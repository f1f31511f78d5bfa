#pragma once

#include "text/language.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hexapla {

/// When a sentence ends at an abbreviation's full stop; abbreviations.tsv says it in words.
enum class Abbreviation { none, never, number, seldom, may };

/// The words that decide about sentences in one language, from abbreviations.tsv and
/// sentence_words.tsv.
class SentenceWords {
 public:
  explicit SentenceWords(Language language);

  /// `word` is what is before the full stop, with the full stops inside it.
  [[nodiscard]] Abbreviation abbreviation(std::string_view word) const;

  /// As `abbreviation`, for a short word after another with its full stop: `p.`, `ej`.
  [[nodiscard]] Abbreviation abbreviation(std::string_view before,
                                          std::string_view word) const;

  /// A word that begins sentences and no name.
  [[nodiscard]] bool is_starter(std::string_view word) const;

  /// A word that a letter or numeral follows as a name: `section`, `vitamin`.
  [[nodiscard]] bool is_designator(std::string_view word) const;

  /// `clause` ends with a word that says that someone spoke: `主席说`. Without spaces only.
  [[nodiscard]] bool ends_in_speech(std::string_view clause) const;

 private:
  std::unordered_map<std::string, Abbreviation> abbreviations_;
  std::unordered_set<std::string> starters_;
  std::unordered_set<std::string> designators_;
  std::vector<std::string_view> speech_;  ///< Of the compiled table.
};

/// `J`, `U.N`, `J.-P`, `م.ت.ف`: single letters, upper-case or Arabic, divided by full stops
/// or hyphens.
[[nodiscard]] bool are_initials(std::string_view word);

}  // namespace hexapla
