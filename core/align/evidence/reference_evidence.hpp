#pragma once

#include "align/aligner.hpp"
#include "align/evidence/concept_evidence.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// What document symbols and web addresses say of a bead: all languages write them alike,
/// and no translator drops one.
class ReferenceEvidence {
 public:
  ReferenceEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept { return bare_sources_.empty(); }

 private:
  ConceptEvidence symbols_;
  ConceptEvidence addresses_;
  /// By segment: 1 when it is references and nothing else. Empty when no segment has any.
  std::vector<std::uint8_t> bare_sources_;
  std::vector<std::uint8_t> bare_targets_;
};

}  // namespace hexapla
