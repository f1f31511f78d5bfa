#pragma once

#include "align/band.hpp"
#include "align/evidence/length_model.hpp"
#include "align/evidence/shape.hpp"
#include "align/lexicon/anchors.hpp"
#include "align/lexicon/tokens.hpp"
#include "align/search/lattice.hpp"

#include <optional>

namespace hexapla {

/// What the coarse search knows of two texts: lengths, rare tokens that both share, and how
/// likely long runs without a partner are.
struct CoarseKnowledge {
  const TokenSide& source;
  const TokenSide& target;
  const Anchors& anchors;
  const LengthModel& lengths;
  const ShapePrior& prior;
  GapModel runs;
};

/// Where the alignment may run if both sides have said the same share of the whole at any
/// place; nothing when the best paths leave that neighbourhood or can't be told apart.
/// Cost: linear in the number of segments.
[[nodiscard]] std::optional<Band> band_near_diagonal(const CoarseKnowledge& knowledge);

/// As above, looking further and further away, and nothing only when the place is too large
/// to be searched closely.
/// Cost: quadratic in the number of segments, within limits of memory.
[[nodiscard]] std::optional<Band> band_anywhere(const CoarseKnowledge& knowledge);

}  // namespace hexapla
