#pragma once

#include "align/bead.hpp"
#include "align/borders/word_knowledge.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What words say against beads of several segments and one: each word of the one renders
/// one word. Where those of a segment are rendered by what renders its neighbour, and the
/// one has no place of its own for it ("50 or more", "100 or more"), it has no partner.
class SharingEvidence {
 public:
  struct Objection {
    SegmentRun source;
    SegmentRun target;
    float nats = 0;  ///< Greater than 0.
  };

  SharingEvidence() = default;
  /// Looks at `likely` beads, which are in the order of the source.
  SharingEvidence(const SidesAndWords& sides, std::span<const Bead> likely);

  /// Those to beads that begin with a source segment.
  [[nodiscard]] std::span<const Objection> from(std::uint32_t source) const {
    if (starts_.empty()) return {};
    return std::span(objections_)
        .subspan(starts_[source], starts_[source + 1] - starts_[source]);
  }

 private:
  std::vector<std::size_t> starts_;  ///< By source segment, and one more than the end.
  std::vector<Objection> objections_;
};

}  // namespace hexapla
