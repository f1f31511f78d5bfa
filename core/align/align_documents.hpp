#pragma once

#include "align/aligner.hpp"
#include "align/multitext.hpp"

#include <span>
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

/// Aligns the first document with each of the others and builds the rows. `concepts` has an
/// entry for each document, or is empty.
[[nodiscard]] Multitext align_versions(std::vector<SegmentedDocument> documents,
                                       std::span<const SegmentConcepts> concepts = {},
                                       const AlignSettings& settings = {});

}  // namespace hexapla
