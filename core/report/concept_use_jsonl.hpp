#pragma once

#include "check/concept_use.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// One JSON object a concept and line: `concept` (its id), `unsaid` (places), `languages`:
/// by tag a list of `term` (null for none of its terms) and `segments`.
void write_concept_use_jsonl(std::ostream& out, std::span<const ConceptUse> uses,
                             const Termbase& termbase);

}  // namespace hexapla
