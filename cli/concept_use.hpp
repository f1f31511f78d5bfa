#pragma once

#include "align/unit.hpp"
#include "term/termbase.hpp"

#include <iosfwd>
#include <span>

namespace hexapla::cli {

/// For each concept that the first language of some row says: by which terms each language
/// says it, how often and in which segments, and how often by none of them. The concepts
/// most often left unsaid come first.
void write_concept_use(std::span<const Unit> rows, const Termbase& termbase,
                       std::ostream& out);

}  // namespace hexapla::cli
