#pragma once

#include "text/language.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace hexapla {

/// Whether a sentence can end at an abbreviation's full stop.
enum class AbbreviationEnd {
  no_abbreviation,
  never,
  may,  ///< When an upper-case word follows.
};

/// The abbreviations of one language, from abbreviations.tsv.
class Abbreviations {
 public:
  explicit Abbreviations(Language language);

  /// `word` is what stands before the full stop, back to white space or an opening mark.
  [[nodiscard]] AbbreviationEnd find(std::string_view word) const;

 private:
  std::unordered_map<std::string, AbbreviationEnd> ends_;
};

}  // namespace hexapla
