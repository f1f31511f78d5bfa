#pragma once

// Private to core/check/.

#include "check/parsed_cell.hpp"
#include "check/rules/terms/concept_reader.hpp"
#include "term/termbase.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hexapla {

/// The roots of a side's words, read when they are first asked for.
using WordRoots = std::optional<std::vector<std::string>>;

/// True when a side says a term of the concept in other words than the matcher looks for:
/// with a modifier inside it (Occupied Palestinian Territory), with its words in another
/// order, or with another word of the root of a verb. `roots` are of the side.
[[nodiscard]] bool says_apart(const ReadConcept& entry, const ParsedCell& side,
                              WordRoots& roots);

/// True when the two are one term to a reader: forms of the same words, among them children
/// of child (irregular_forms.tsv) and broken plurals of Arabic, or the same with other
/// capitals, hyphens and spaces.
[[nodiscard]] bool are_forms_of_one_term(const Term& one, const Term& other);

}  // namespace hexapla
