#pragma once

#include "align/bead.hpp"
#include "align/evidence/evidence.hpp"
#include "align/pair_remarks.hpp"
#include "segment/segments.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hexapla {

/// Two documents of a Multitext and the beads between them.
struct Bitext {
  std::uint32_t source = 0;  ///< Index into Multitext::documents.
  std::uint32_t target = 0;
  std::vector<Bead> beads;  ///< Tile both documents' segments.
  /// See GuidedAlignment::explanations; no corpus file keeps them.
  std::vector<Explanation> explanations = {};

  friend bool operator==(const Bitext&, const Bitext&) = default;
};

/// Beads between two documents that a person has confirmed.
struct ConfirmedBeads {
  std::uint32_t source = 0;  ///< Index of the document; less than `target`.
  std::uint32_t target = 0;
  std::vector<Bead> beads;  ///< No segment is in two of them.
};

/// What there is to say of two documents as a whole.
struct JudgedBitext {
  std::uint32_t source = 0;  ///< Index into Multitext::documents.
  std::uint32_t target = 0;
  std::optional<BelongingScore> belonging = {};
  std::vector<PairRemark> remarks = {};
};

/// Segments of up to six versions that say the same.
/// Shape: `runs[i]` belongs to Multitext::documents[i]; at least one is not empty.
struct Row {
  std::vector<SegmentRun> runs;
  double confidence = 1;  ///< The least of the pivot's beads that it is made of.
  /// The share of the pairs of languages whose beads agree with the row: below 1, languages
  /// contradict each other on what belongs together here.
  double agreement = 1;

  [[nodiscard]] bool disputed() const noexcept { return agreement < 1; }

  friend bool operator==(const Row&, const Row&) = default;
};

/// The versions of one document, aligned: what a corpus file holds.
/// Shape: the first document is the pivot; first the bitexts from the pivot to each other
///        document, in their order, then those of other pairs, if any; rows tile every
///        document, in the pivot's order.
struct Multitext {
  std::vector<SegmentedDocument> documents;
  std::vector<Bitext> bitexts;
  std::vector<Row> rows;
  /// What the alignment was told to hold; each of these beads is in a bitext.
  std::vector<ConfirmedBeads> confirmed = {};
  /// By bitext, when AlignSettings::judge asked; no corpus file keeps them.
  std::vector<JudgedBitext> judged = {};

  /// The bitexts from the pivot, which the others follow.
  [[nodiscard]] std::span<const Bitext> pivot_bitexts() const {
    const auto other = std::ranges::find_if(
        bitexts, [](const Bitext& bitext) { return bitext.source != 0; });
    return {bitexts.begin(), other};
  }
};

}  // namespace hexapla
