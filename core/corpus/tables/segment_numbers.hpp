#pragma once

// Private to core/corpus/: what the numbers of segments in a log mean once people have cut
// and united segments, and taken some of that back.

#include "align/multitext.hpp"
#include "corpus/decision.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// Decisions count segments as they were when they were made. A border between two segments
/// is one thing for ever, whatever its number: so a number is told for any other moment.
struct DecisionsInOrder {
  /// Those that count, in the numbers of when they are applied: as if what was undone had
  /// never been.
  std::vector<Decision> to_apply;
  /// The log in the numbers of now. What is about segments that are no more names those at
  /// that place.
  std::vector<LoggedDecision> log;
};

/// `machine` has the documents as they came in; `log` is of one work.
/// Errors: Fault::inconsistent when a decision that counts is about segments that are not
///         there without one that was undone.
[[nodiscard]] DecisionsInOrder in_order(const Multitext& machine,
                                        std::vector<LoggedDecision> log);

}  // namespace hexapla
