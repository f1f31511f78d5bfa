#pragma once

#include "check/parsed_cell.hpp"
#include "check/rules/rules.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace hexapla {

/// A term of the target whose concept the source does not say.
struct UnmatchedTerm {
  ByteRange range;
  double unaccounted_for = 0;  ///< By words of the source: LinkReader::unaccounted_for().
};

/// The term of the target that the source accounts for least, and that is not known to
/// are in for the concept `missing`.
[[nodiscard]] std::optional<UnmatchedTerm> stranger_in(const CellPair& pair,
                                                       const CheckContext& around,
                                                       std::uint32_t missing);

/// The roots of the words of a text, for has_kin().
[[nodiscard]] std::set<std::string, std::less<>> roots_in(const ParsedCell& side);

/// True when each word of one of the concept's terms has one akin to it among `roots`, of
/// a text in `language`.
[[nodiscard]] bool has_kin(const Concept& entry, Language language,
                           const std::set<std::string, std::less<>>& roots);

/// What speaks for and against an error where a term is missing.
struct MissingEvidence {
  double usually_missing = 0;  ///< DocumentUse::usually_missing().
  std::optional<UnmatchedTerm> stranger;
  bool has_derived_form = false;  ///< The target has a derivation of a term.
  bool other_word = false;        ///< DocumentUse::has_other_rendering().
  bool spelt_alike = false;       ///< The target has a word spelt almost like a term.
  bool misspelt_name = false;     ///< And a name it is, which has no derivations.
};

/// How likely it is that a missing term is an error: the less often the document leaves the
/// concept unsaid elsewhere, and the less the source accounts for another term that stands
/// there.
[[nodiscard]] double certainty_of_missing(const MissingEvidence& evidence);

}  // namespace hexapla
