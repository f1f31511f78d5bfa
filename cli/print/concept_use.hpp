#pragma once

#include "check/concept_use.hpp"

#include <iosfwd>
#include <span>

namespace hexapla::cli {

/// A block a concept: its id, then a line for each language and rendering.
void write_concept_use_text(std::ostream& out, std::span<const ConceptUse> uses,
                            const Termbase& termbase);

}  // namespace hexapla::cli
