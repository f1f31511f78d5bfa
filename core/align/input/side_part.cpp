#include "align/input/side_part.hpp"

namespace hexapla {

AlignmentSide part_of(const AlignmentSide& side, const SegmentRun& run) {
  AlignmentSide part{side.language, {}, {}};
  const auto cut = [&](const auto& from, auto& to) {
    if (!from.empty()) to.assign(from.begin() + run.first, from.begin() + run.last);
  };
  cut(side.segments, part.segments);
  cut(side.places, part.places);
  cut(side.concepts, part.concepts);
  cut(side.translation, part.translation);
  if (!side.embeddings.empty())
    part.embeddings = side.embeddings.part(run.first, run.size());
  return part;
}

}  // namespace hexapla
