#pragma once

#include "align/aligned_unit.hpp"
#include "term/matcher.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace hexapla {

/// Finds terms in cells of whatever languages they are in. Refers to the termbase; one
/// thread at a time.
class TermReader {
 public:
  explicit TermReader(const Termbase& termbase) : termbase_(termbase) {}

  /// TermFinder::find_all() of the cell's text.
  [[nodiscard]] std::vector<TermHit> hits_in(const Cell& cell);

  /// True when the concept has a term that may be used in that language.
  [[nodiscard]] bool has_term(std::uint32_t concept_index, Language language) const;

 private:
  struct OneLanguage {
    TermMatcher matcher;
    TermFinder finder{matcher};
    OneLanguage(const Termbase& termbase, Language language)
        : matcher(termbase, language) {}
  };
  const Termbase& termbase_;
  std::map<Language, OneLanguage> languages_;
};

}  // namespace hexapla
