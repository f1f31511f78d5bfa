#pragma once

#include "align/aligner.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// How well the entries of two lists fit each other, whatever their order, in nats: by
/// source entry, then by target entry. 0 and less: nothing speaks for it.
using EntryLikeness = std::vector<std::vector<double>>;

/// Asks words that are known, numbers and abbreviations, the States that are named, and how
/// the entries sound.
[[nodiscard]] EntryLikeness entry_likeness(const AlignmentSide& source,
                                           const AlignmentSide& target,
                                           const WordSources& words);

}  // namespace hexapla
