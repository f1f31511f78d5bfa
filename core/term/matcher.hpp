#pragma once

#include "term/termbase.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// A term of the termbase found in a text.
struct TermHit {
  std::uint32_t concept_index = 0;  ///< Into Termbase::concepts.
  std::uint32_t term_index = 0;     ///< Into Concept::terms.
  ByteRange range;

  friend bool operator==(const TermHit&, const TermHit&) = default;
};

class TermTrie;

/// Finds the terms of one language in running text, in any inflection that stemming undoes,
/// whatever the letter case, hyphens and apostrophes; in Arabic also after و ف ب ك ل س and
/// the article; in Chinese in simplified and in traditional characters. A term that is
/// case-sensitive has to have its capitals, one with an exact form no endings. Keeps no
/// reference to the termbase. Safe to share between threads once made.
class TermMatcher {
 public:
  TermMatcher(const Termbase& termbase, Language language);
  ~TermMatcher();
  TermMatcher(TermMatcher&&) noexcept;
  TermMatcher& operator=(TermMatcher&&) noexcept;

  /// Shape: in the order of the text; a hit inside a longer one is left out, hits of
  /// several
  ///        concepts on the same range are all given.
  [[nodiscard]] std::vector<TermHit> find(std::string_view text) const;

  /// The same with the hits inside longer ones: what else the text can be said to name.
  [[nodiscard]] std::vector<TermHit> find_all(std::string_view text) const;

 private:
  friend class TermFinder;
  std::unique_ptr<const TermTrie> trie_;
};

/// A TermMatcher at work on many texts: it remembers the keys of the words it has met,
/// which makes it several times as fast. One thread at a time; refers to its matcher.
class TermFinder {
 public:
  explicit TermFinder(const TermMatcher& matcher);
  ~TermFinder();
  TermFinder(TermFinder&&) noexcept;
  TermFinder& operator=(TermFinder&&) noexcept;

  /// TermMatcher::find_all(); `words` are words_of(text).
  [[nodiscard]] std::vector<TermHit> find_all(std::string_view text,
                                              std::span<const Word> words);

 private:
  struct Memory;
  const TermTrie* trie_;
  std::unique_ptr<Memory> memory_;
};

/// find() from find_all(): the hits that overlap no longer one.
[[nodiscard]] std::vector<TermHit> longest_hits(std::vector<TermHit> hits);

}  // namespace hexapla
