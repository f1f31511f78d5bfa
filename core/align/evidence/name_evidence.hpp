#pragma once

#include "align/aligner.hpp"
#include "align/evidence/sign_evidence.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What names say of a bead whose sides are written in two scripts: words that sound alike
/// (Ganja, Гянджа, كنجة), capital letters telling names where the script has them. Silent
/// between two texts in one script, where anchors see the same, and for Chinese, whose
/// names have no borders.
/// Source: letter_sounds.tsv; cf. Knight and Graehl (1998), whose models of sounds are
///         replaced by ten classes of consonants here.
class NameEvidence {
 public:
  NameEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const {
    return signs_.log_bonus(source, target);
  }

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept { return signs_.is_silent(); }

 private:
  ConceptEvidence signs_;
};

/// The consonants of what may be a name in `text`, for each of them one string; words with
/// too few are left out.
[[nodiscard]] std::vector<std::string> names_by_sound(std::string_view text);

}  // namespace hexapla
