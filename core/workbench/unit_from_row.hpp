#pragma once

#include "align/aligned_unit.hpp"
#include "exchange/translation_unit.hpp"

#include <cstdint>
#include <string>

namespace hexapla {

/// Where rows or beads come from, and how much is told of them.
struct RowOrigin {
  Language pivot;
  std::string document;  ///< The property `x-document`.
  /// Of what kind the blocks of each segment are, too: `x-kinds`. Memories have no use for
  /// it.
  bool tells_kinds = false;
};

/// A row or bead as a unit that the writers of exchange/ take: the id "row-0012", document
/// and confidence as properties, for each language the numbers of its segments in
/// `x-segments`. A row that languages contradict each other on has its `x-agreement`; one
/// without the pivot names its own source language.
[[nodiscard]] TranslationUnit unit_from_row(const AlignedUnit& row,
                                            const RowOrigin& origin);

/// "row-0012": with a word in front, since some readers sort ids that look like numbers.
[[nodiscard]] std::string row_id(std::uint32_t number);

}  // namespace hexapla
