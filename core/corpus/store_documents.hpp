#pragma once

// Private to core/corpus/: the tables document, block, footnote_mark, origin, mended,
// segment.

#include "corpus/sqlite.hpp"
#include "segment/segments.hpp"

#include <span>
#include <vector>

namespace hexapla {

void write_documents(const sqlite::Connection& connection,
                     std::span<const SegmentedDocument> documents);

/// Errors: Fault::malformed when a range or number does not fit its document.
[[nodiscard]] std::vector<SegmentedDocument> read_documents(
    const sqlite::Connection& connection);

}  // namespace hexapla
