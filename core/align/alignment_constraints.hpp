#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"
#include "align/belonging.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hexapla {

struct HeardEvidence;

/// What an alignment has found, for another one of the same texts by the same settings.
struct FoundBefore {
  std::vector<Bead> beads;   ///< Of the texts, or of the bodies of whole documents.
  std::vector<Bead> likely;  ///< See GuidedAlignment::likely.
  /// The versions have no list in another order, which nobody need look for again.
  bool lists_keep_order = false;
  /// What led to it, so that only witnesses need be heard; nothing for long texts.
  std::shared_ptr<const HeardEvidence> heard = {};
};

/// What is known of the alignment of two texts before it is made.
struct AlignmentConstraints {
  /// Log weight of a bead by what others say of it, in nats, 0 when they say nothing.
  /// Either run may be empty. Without a function nobody is asked.
  std::function<float(const SegmentRun& source, const SegmentRun& target)> prior = {};
  /// Beads that are right whatever the texts say.
  /// Shape: in order on both sides, none overlaps another.
  std::vector<Bead> fixed = {};
  /// Where that is sure, only its neighbourhood is searched.
  const FoundBefore* before = nullptr;
};

/// An alignment, and what else might have been.
struct GuidedAlignment {
  std::vector<Bead> beads;   ///< As align() returns them.
  std::vector<Bead> likely;  ///< All beads with a posterior of `least_likely` or more.
  /// For beads that a search has found, when asked for; those of signatures, lists of
  /// States and footnotes are matched by what they say and have none.
  std::vector<Explanation> explanations = {};
  /// When AlignSettings::judge asks and no other languages have their say.
  std::optional<BelongingScore> belonging = {};
  FoundBefore found = {};  ///< Of whole documents, for AlignmentConstraints::before.
};

inline constexpr double least_likely = 0.02;

/// As align(), with what is known before. Fixed beads come back with confidence 1.
[[nodiscard]] GuidedAlignment align_guided(const AlignmentSide& source,
                                           const AlignmentSide& target,
                                           const AlignmentConstraints& guidance,
                                           const AlignSettings& settings);

}  // namespace hexapla
