#pragma once

#include "align/aligner.hpp"
#include "align/multitext.hpp"

#include <vector>

namespace hexapla {

/// Aligns two segmented documents: the body in order, signature lines by what they say,
/// footnotes by their labels.
/// Shape: beads tile all segments of both documents; only signature lines and footnotes
/// cross.
[[nodiscard]] std::vector<Bead> align_documents(const SegmentedDocument& source,
                                                const SegmentedDocument& target,
                                                const AlignSettings& settings = {});

/// Aligns the first document with each of the others and builds the rows.
[[nodiscard]] Multitext align_versions(std::vector<SegmentedDocument> documents,
                                       const AlignSettings& settings = {});

}  // namespace hexapla
