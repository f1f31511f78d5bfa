#include "align/aligner.hpp"

#include "align/model.hpp"

namespace hexapla {

std::vector<Bead> align(const AlignmentSide& source, const AlignmentSide& target,
                        const AlignSettings& settings) {
  return align_by(source, target, settings, ModelSettings{});
}

}  // namespace hexapla
