#include "align/model.hpp"

#include "align/passes.hpp"

#include <algorithm>

namespace hexapla {

std::vector<Bead> align_by(const AlignmentSide& source, const AlignmentSide& target,
                           const AlignSettings& settings, const ModelSettings& model) {
  if (source.segments.empty() || target.segments.empty())
    return unpaired(static_cast<std::uint32_t>(source.segments.size()),
                    static_cast<std::uint32_t>(target.segments.size()));
  AlignSettings possible = settings;
  possible.widest_bead = std::clamp(settings.widest_bead, 1U, widest_possible_bead);
  return best_outcome(TextPair(source, target, possible, model), possible, model).beads;
}

}  // namespace hexapla
