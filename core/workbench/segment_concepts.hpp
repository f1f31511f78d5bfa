#pragma once

#include "align/align_documents.hpp"
#include "segment/segments.hpp"
#include "term/termbase.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// For each version, which concepts of `termbase` each of its segments names by a preferred
/// or admitted term. Empty when the termbase is.
[[nodiscard]] std::vector<SegmentConcepts> concepts_in(
    std::span<const SegmentedDocument> versions, const Termbase& termbase);

}  // namespace hexapla
