#pragma once

#include "align/bead.hpp"
#include "segment/segments.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// Two documents of a Multitext and the beads between them.
struct Bitext {
  std::uint32_t source = 0;  ///< Index into Multitext::documents.
  std::uint32_t target = 0;
  std::vector<Bead> beads;  ///< Tile both documents' segments.

  friend bool operator==(const Bitext&, const Bitext&) = default;
};

/// Segments of up to six versions that say the same.
/// Shape: `runs[i]` belongs to Multitext::documents[i]; at least one is not empty.
struct Row {
  std::vector<SegmentRun> runs;
  double confidence = 1;  ///< The least of the beads that it is made of.

  friend bool operator==(const Row&, const Row&) = default;
};

/// The versions of one document, aligned: what a corpus file holds.
/// Shape: the first document is the pivot; one bitext from the pivot to each other
///        document, in their order; rows tile every document, in the pivot's order.
struct Multitext {
  std::vector<SegmentedDocument> documents;
  std::vector<Bitext> bitexts;
  std::vector<Row> rows;
};

}  // namespace hexapla
