#pragma once

#include "align/bead.hpp"
#include "segment/segments.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// How versions of a block stand to each other.
enum class Order : std::uint8_t {
  as_written,  ///< In one order in all languages.
  of_lines,    ///< A signature: name and titles in the order of each language.
  of_names,    ///< A list that each language sorts by its own alphabet.
  of_labels,   ///< Footnotes: wherever the mark of that label stands.
};

/// From the table in streams.cpp: a kind of block whose order differs is one entry there.
[[nodiscard]] Order order_of(BlockKind kind) noexcept;

/// Numbers of segments, in order.
using Numbers = std::vector<std::uint32_t>;

/// Segments of two versions that belong together.
struct NumberPair {
  Numbers source;
  Numbers target;
};

/// Neighbouring segments whose order differs by language.
struct ReorderedRun {
  Order order = Order::of_lines;
  Numbers numbers;
};

/// The segments of a document by how they are aligned.
struct Streams {
  Numbers body;
  std::vector<ReorderedRun> stretches;  ///< Of lines and of names, in order.
  Numbers footnotes;
};

/// Lists of States are found by what they say too, whatever kind their blocks are of.
[[nodiscard]] Streams streams_of(const SegmentedDocument& version);

/// Puts back into the body what turned out to have no partner.
void return_to_body(Streams& streams, const ReorderedRun& stretch);

/// `beads` between places of two streams as beads between the segments there. A bead over
/// neighbours in a stream that are none in the document is cut where they part.
[[nodiscard]] std::vector<Bead> beads_in_documents(const std::vector<Bead>& beads,
                                                   const Numbers& source,
                                                   const Numbers& target);

/// Puts beads in the order of the source; what the source lacks follows the bead that ends
/// where its place is said to be.
void sort_beads(std::vector<Bead>& beads);

}  // namespace hexapla
