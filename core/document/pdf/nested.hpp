#pragma once

#include "document/pdf/page.hpp"

#include <deque>
#include <vector>

namespace hexapla {

/// Cuts boxes of one line around the boxes that are inside them, and returns all from
/// left to right.
///
/// Characters that a font lacks are printed from another one, into a gap that the text of
/// the first leaves: the `/` of an Arabic date is a box inside that of the words beside it.
/// Shape: a box is cut at the gap that it was seen to have there, or else where the width
///        of its characters says, which is a guess. Pieces are kept in `pieces`.
[[nodiscard]] std::vector<const PdfBox*> cut_around_nested(
    const std::vector<const PdfBox*>& boxes, std::deque<PdfBox>& pieces);

}  // namespace hexapla
