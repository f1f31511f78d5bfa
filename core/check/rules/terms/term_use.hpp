#pragma once

// Private to core/check/: what the checks of terms ask of a side and its termbase.

#include "check/parsed_cell.hpp"
#include "term/term_status.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hexapla {

[[nodiscard]] const Term& term_of(const Termbase& termbase, const TermHit& hit);

/// The term to use: the first preferred one of the language, else the first admitted one.
/// Returns: nullptr when there is none.
[[nodiscard]] const Term* best_term(const Concept& entry, Language language);

/// The text of best_term(), or nothing.
[[nodiscard]] std::string suggestion_for(const Concept& entry, Language language);

[[nodiscard]] std::vector<ByteRange> ranges_of(const std::vector<TermHit>& hits,
                                               std::uint32_t concept_index);

/// Whether a side says a concept, by whatever term.
[[nodiscard]] bool says(const ParsedCell& side, std::uint32_t concept_index);

}  // namespace hexapla
