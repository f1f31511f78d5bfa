#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// What signs with a known meaning say of a bead: a concept of the termbase or a footnote
/// mark that stands on one side should stand on the other. Nothing, and at no cost, when
/// neither side's concepts are known.
class ConceptEvidence {
 public:
  ConceptEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

 private:
  struct Side {
    std::vector<std::vector<std::uint32_t>> named;  ///< By segment, sorted, each once.
    std::vector<double> frequency;  ///< By concept: share of the segments that name it.
  };
  static Side side_of(const AlignmentSide& side, const std::vector<std::uint32_t>& numbers);
  static std::vector<std::uint32_t> named_in(const Side& side, const SegmentRun& run);
  static double explained(const std::vector<std::uint32_t>& causes,
                          const std::vector<std::uint32_t>& effects,
                          const Side& effect_side, std::uint32_t run_size);

  Side source_;
  Side target_;
};

}  // namespace hexapla
