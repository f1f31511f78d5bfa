#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <vector>

namespace hexapla {

/// Aligns the lines of two signature blocks, which are in different orders in different
/// languages: the signed line by its bracket and name, the titles by their lengths.
/// Shape: beads tile both sides, and may cross. Where one side has more lines, the signed
///        lines are still matched and the others are one bead.
/// Cost:  cubic in the number of lines.
[[nodiscard]] std::vector<Bead> align_signature_lines(const AlignmentSide& source,
                                                      const AlignmentSide& target);

}  // namespace hexapla
