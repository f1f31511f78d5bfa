#pragma once

// Private to core/corpus/: what a multitext is once people have decided.

#include "align/multitext.hpp"
#include "corpus/decision.hpp"
#include "corpus/stored_unit.hpp"

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
};

/// `machine` as the machine aligned it; without rows, they are made from the beads.
/// `decisions` count, in their order.
/// Errors: Fault::inconsistent when a decision is about beads or segments that aren't
///         there.
[[nodiscard]] DecidedAlignment decided(const Multitext& machine,
                                       std::span<const Decision> decisions);

/// `version` with its segment saying `text`: all that lies after it moves.
void put_edit(SegmentedDocument& version, std::uint32_t segment, std::string_view text);

}  // namespace hexapla
