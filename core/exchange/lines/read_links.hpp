#pragma once

#include "exchange/lines/read_line_pairs.hpp"

#include <cstdint>

namespace hexapla {

enum class LinkKind : std::uint8_t {
  links,     ///< `[0, 1]:[0]:0.98` as we write it: the third field is a confidence.
  vecalign,  ///< The same as vecalign writes it: the third field is a cost.
  ladder,    ///< hunalign's rungs: `2<tab>1<tab>0.5`, how many sentences are done.
};

/// Reads links between the sentences of two texts, a sentence a line. The numbers of the
/// sentences are the property `x-segments` of either variant; a cost is the unit's property
/// `x-cost`, hunalign's score `x-score`.
/// Errors: Fault::malformed with the line of the links, also for a sentence that a text
/// does
///         not have; those of LineReader.
/// Memory: both texts.
[[nodiscard]] std::unique_ptr<UnitReader> read_linked_lines(std::istream& links,
                                                            std::string_view name,
                                                            LinkKind kind, LineText source,
                                                            LineText target);

}  // namespace hexapla
