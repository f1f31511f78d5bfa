#pragma once

#include "check/parsed_cell.hpp"
#include "check/rules/rules.hpp"
#include "check/rules/terms/concept_reader.hpp"
#include "term/termbase.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// A term of the target whose concept the source does not say.
struct UnmatchedTerm {
  ByteRange range;
  double unaccounted_for = 0;  ///< By words of the source: LinkReader::unaccounted_for().
  double words = 1;            ///< A Chinese character is half a word.
};

struct Stranger {
  std::uint32_t concept_index = 0;
  UnmatchedTerm term;
};

/// The terms of the target whose concepts the source does not say.
[[nodiscard]] std::vector<Stranger> strangers_in(const CellPair& pair,
                                                 const CheckContext& around);

/// The one of them that the source accounts for least, that is not known to stand in for
/// the concept `missing`, and that meets none of the ranges `taken`.
[[nodiscard]] std::optional<UnmatchedTerm> strangest(const std::vector<Stranger>& strangers,
                                                     const DocumentUse& document,
                                                     std::uint32_t missing,
                                                     std::span<const ByteRange> taken);

/// The roots of the words of a text, for has_kin().
[[nodiscard]] std::set<std::string, std::less<>> roots_in(const ParsedCell& side);

/// True when each word of one of the concept's terms has one akin to it among `roots`.
[[nodiscard]] bool has_kin(const ReadConcept& entry,
                           const std::set<std::string, std::less<>>& roots);

/// What speaks for and against an error where a term is missing.
struct MissingEvidence {
  double usually_missing = 0;  ///< DocumentUse::usually_missing().
  std::optional<UnmatchedTerm> stranger;
  std::size_t strangers = 0;  ///< Of the whole target.
  /// How far the stranger is from where the term is in the source, as a share of the text.
  double apart = 0;
  bool has_derived_form = false;  ///< The target has a derivation of a term.
  bool other_word = false;        ///< DocumentUse::has_other_rendering().
  bool spelt_alike = false;       ///< The target has a word spelt almost like a term.
  bool misspelt_name = false;     ///< And a name it is, which has no derivations.
};

/// How likely it is that a missing term is an error: the less often the document leaves the
/// concept unsaid elsewhere, the less the source accounts for another term that stands
/// there, the longer that is and the nearer to its place.
[[nodiscard]] double certainty_of_missing(const MissingEvidence& evidence);

}  // namespace hexapla
