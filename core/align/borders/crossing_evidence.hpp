#pragma once

#include "align/bead.hpp"
#include "align/borders/word_knowledge.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What words say against borders between beads: where the last words before one are
/// rendered by the first words after it on the other side, and not by those that they
/// would be paired with, the two texts are cut at different places.
class CrossingEvidence {
 public:
  struct Objection {
    std::uint32_t target = 0;  ///< The first target segment after the border.
    float nats = 0;            ///< Greater than 0.
  };

  CrossingEvidence() = default;
  /// Looks at the borders after `likely` beads.
  /// Cost: constant for each.
  CrossingEvidence(const SidesAndWords& sides, std::span<const Bead> likely);

  /// Those to borders before a source segment, in the order of the target.
  [[nodiscard]] std::span<const Objection> before(std::uint32_t source) const {
    if (starts_.empty()) return {};
    return std::span(objections_)
        .subspan(starts_[source], starts_[source + 1] - starts_[source]);
  }

 private:
  std::vector<std::size_t> starts_;  ///< By source segment, and one more than the end.
  std::vector<Objection> objections_;
};

}  // namespace hexapla
