#pragma once

#include "align/bead.hpp"
#include "align/documents/streams.hpp"
#include "segment/segments.hpp"

#include <vector>

namespace hexapla {

/// Versions of one block whose order differs by language.
struct StretchPair {
  Order order = Order::of_lines;
  Numbers source;
  Numbers target;
};

/// Takes those stretches of both documents that are versions of each other out of the
/// streams; the others, which one side lacks or whose version is not known for what it is,
/// go back into the bodies, where they can be left alone without moving what follows.
/// Shape: pairs are in the order of both documents.
[[nodiscard]] std::vector<StretchPair> paired_stretches(const SegmentedDocument& source,
                                                        Streams& sources,
                                                        const SegmentedDocument& target,
                                                        Streams& targets);

}  // namespace hexapla
