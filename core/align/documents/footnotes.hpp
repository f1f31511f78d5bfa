#pragma once

#include "align/documents/streams.hpp"
#include "segment/segments.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// The segments of one footnote in two versions; one side may have none.
struct FootnotePair {
  Numbers source;
  Numbers target;
};

/// What a note is numbered with, whether its block says so or its text: `1` for `¹`, `(1)`,
/// `1.`, `١`; empty when nothing does.
[[nodiscard]] std::string note_label(const SegmentedDocument& version,
                                     const Segment& segment);

/// Footnotes of one label belong together, wherever they stand; where a label comes again,
/// as in each annex, the first belongs to the first. Footnotes in all of whose labels the
/// two documents differ (`*` here, `1` there), and as many that are numbered anew on each
/// page here and through the document there, are one pair, to be aligned in their order.
/// Shape: each number of both streams is in one pair, those that the source lacks last.
[[nodiscard]] std::vector<FootnotePair> footnote_pairs(const SegmentedDocument& source,
                                                       const Numbers& source_stream,
                                                       const SegmentedDocument& target,
                                                       const Numbers& target_stream);

}  // namespace hexapla
