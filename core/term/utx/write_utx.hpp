#pragma once

#include "term/termbase.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace hexapla {

/// What the head of a UTX file says.
struct UtxHead {
  Language source;
  Language target;
  std::string program;  ///< Who writes, as in "hexapla 0.1.0".
};

/// Writes UTX 1.11: a row for each term of a concept in the target language with the first
/// in the source language, and one for each other in the source language. Definitions,
/// subjects, sources and flags stay behind, and so do terms in the source language that no
/// text may hold, for which UTX has no status.
/// Returns: how many concepts were left out, since they lack one of the languages.
/// Source:  AAMT, UTX 1.11.
std::size_t write_utx(std::ostream& out, const Termbase& termbase, const UtxHead& head);

}  // namespace hexapla
