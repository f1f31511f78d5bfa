#pragma once

// Private to core/corpus/: what a multitext is once people have decided.

#include "align/multitext.hpp"
#include "corpus/decision.hpp"
#include "corpus/stored_unit.hpp"
#include "corpus/tables/present_segments.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {

/// The alignment of a documents work, with what people said of its beads.
struct DecidedAlignment {
  std::vector<Bitext> bitexts;
  std::vector<Row> rows;
  std::vector<Verdict> verdicts;  ///< One a row.
  /// Of each row, what was said of its links with the pivot, by the other document.
  std::vector<std::vector<std::optional<Verdict>>> by_document;
  std::vector<ConfirmedBeads> confirmed;  ///< Anchors, those of the machine's run too.
  /// What segments say now, by document and segment.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> edits;
  /// By document: segments where they are others than came in, else none.
  std::vector<std::vector<Segment>> segments;
};

/// `machine` as the machine aligned it; without rows, they are made from the beads.
/// `decisions` count, in their order, each in terms of the segments of then
/// (segment_numbers.hpp).
/// Errors: Fault::inconsistent when a decision is about beads or segments that aren't
///         there.
[[nodiscard]] DecidedAlignment decided(const Multitext& machine,
                                       std::span<const Decision> decisions);
/// The same by bitexts that were taken out of it: those of a large work are held once.
[[nodiscard]] DecidedAlignment decided(const Multitext& machine,
                                       std::vector<Bitext> bitexts,
                                       std::span<const Decision> decisions);

/// `documents`, as they came in, as they are now.
void put_texts(std::vector<SegmentedDocument>& documents, const DecidedAlignment& now);

}  // namespace hexapla
