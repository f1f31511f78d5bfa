#pragma once

#include "align/bead.hpp"
#include "align/borders/word_knowledge.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What words say against borders between beads: where the last words before one are
/// rendered by the first words after it on the other side, and not by those that they
/// would be paired with, the two texts are cut at different places. A bead that holds both
/// sides of such a border is explained by what is before, at and behind the crossing, each
/// by itself, and not by all of its words at once.
class CrossingEvidence {
 public:
  struct Doubt {
    std::uint32_t target = 0;  ///< The first target segment after the border.
    float against = 0;         ///< Nats against a bead that ends there.
    float overlap = 0;         ///< Nats for the bead of the two segments of each side.
  };

  CrossingEvidence() = default;
  /// Looks at the borders after `likely` beads.
  /// Cost: constant for each.
  CrossingEvidence(const SidesAndWords& sides, std::span<const Bead> likely);

  /// Those to borders before a source segment, in the order of the target.
  [[nodiscard]] std::span<const Doubt> before(std::uint32_t source) const {
    if (starts_.empty()) return {};
    return std::span(doubts_).subspan(starts_[source],
                                      starts_[source + 1] - starts_[source]);
  }

 private:
  std::vector<std::size_t> starts_;  ///< By source segment, and one more than the end.
  std::vector<Doubt> doubts_;
};

}  // namespace hexapla
