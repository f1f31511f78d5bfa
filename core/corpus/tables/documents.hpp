#pragma once

// Private to core/corpus/: the tables document, block, footnote_mark, origin, mended,
// segment.

#include "corpus/database/sqlite.hpp"
#include "segment/segments.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// The ids of a work's documents, in their order.
using DocumentIds = std::vector<std::int64_t>;

DocumentIds write_documents(const sqlite::Connection& connection, std::int64_t work,
                            std::span<const SegmentedDocument> documents);

[[nodiscard]] DocumentIds document_ids(const sqlite::Connection& connection,
                                       std::int64_t work);

/// As they came in, without what people cut, united and edited.
/// Errors: Fault::malformed when a range or number does not fit its document.
[[nodiscard]] std::vector<SegmentedDocument> read_documents(
    const sqlite::Connection& connection, std::int64_t work);

/// Puts the segments that a document has now, which may be those that came in. Findings about
/// segments that are no more go, those about others follow them.
void put_segments_of_now(const sqlite::Connection& connection, std::int64_t document,
                         std::span<const Segment> segments);

/// Segments of a document as table segment has them: as they are now.
[[nodiscard]] std::vector<Segment> stored_segments(const sqlite::Connection& connection,
                                                   std::int64_t document);

}  // namespace hexapla
