#pragma once

#include "align/bead.hpp"
#include "segment/segments.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// The segments of a document by how they are aligned: numbers of segments, in order.
struct Streams {
  std::vector<std::uint32_t> body;
  std::vector<std::uint32_t> signature;
  std::vector<std::uint32_t> footnotes;
};

[[nodiscard]] Streams streams_of(const SegmentedDocument& version);

/// `beads` between places of two streams as beads between the segments there. A bead over
/// neighbours in a stream that are none in the document is cut where they part.
[[nodiscard]] std::vector<Bead> beads_in_documents(
    const std::vector<Bead>& beads, const std::vector<std::uint32_t>& source,
    const std::vector<std::uint32_t>& target);

/// Puts beads in the order of the source; what the source lacks follows the bead that ends
/// where its place is said to be.
void sort_beads(std::vector<Bead>& beads);

}  // namespace hexapla
