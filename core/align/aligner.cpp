#include "align/aligner.hpp"

#include "align/alignment_constraints.hpp"
#include "align/model.hpp"

namespace hexapla {

std::vector<Bead> align(const AlignmentSide& source, const AlignmentSide& target,
                        const AlignSettings& settings) {
  AlignSettings unjudged = settings;
  unjudged.judge = false;  // nobody would see it
  return align_by(source, target, unjudged, ModelSettings{});
}

GuidedAlignment align_guided(const AlignmentSide& source, const AlignmentSide& target,
                             const AlignmentConstraints& guidance,
                             const AlignSettings& settings) {
  return align_guided_by(source, target, guidance, settings, ModelSettings{});
}

}  // namespace hexapla
