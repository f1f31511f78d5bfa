#pragma once

#include "term/termbase.hpp"

#include <cstddef>
#include <iosfwd>

namespace hexapla {

/// Writes MultiTerm XML that read_multiterm() gives back as it was. MultiTerm numbers
/// concepts: an id that is no number is the field `Concept ID`.
/// Returns: how many characters XML forbids were written as words.
/// Source:  MultiTerm's XML schema "MTF".
std::size_t write_multiterm(std::ostream& out, const Termbase& termbase);

}  // namespace hexapla
