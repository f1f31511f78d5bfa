#pragma once

#include "align/aligner.hpp"
#include "align/alignment_constraints.hpp"
#include "segment/segments.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// What each segment of a document speaks of; see AlignmentSide::concepts. May be empty.
using SegmentConcepts = std::vector<std::vector<std::uint32_t>>;

/// A version of a document with what is known of its segments. Refers to both.
struct Version {
  const SegmentedDocument& text;
  const SegmentConcepts& concepts;
};

/// Aligns two versions: the body in order, signature lines by what they say, footnotes by
/// their labels.
/// Shape: beads tile all segments of both documents; only signature lines and footnotes
/// cross.
[[nodiscard]] std::vector<Bead> align_documents(const Version& source,
                                                const Version& target,
                                                const AlignSettings& settings = {});

/// The same with what is known beforehand; all runs are in segments of the documents.
/// Fixed beads are kept whatever the texts say, also where they cross each other.
[[nodiscard]] GuidedAlignment align_documents_guided(const Version& source,
                                                     const Version& target,
                                                     const AlignmentConstraints& guidance,
                                                     const AlignSettings& settings);

}  // namespace hexapla
