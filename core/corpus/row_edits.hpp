#pragma once

#include "align/multitext.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Makes decisions about neighbouring rows of a work as it is now: one decision that
/// replaces the beads of all pairs concerned, so that the work then has exactly the rows
/// that are wanted, and all others as they were.
/// Errors, of all: Fault::inconsistent when there are no such rows or segments, or when the
///         pairs of the work can't hold such rows; never something else instead.
class RowEdits {
 public:
  /// What each document has in a row, in the documents' order.
  using Runs = std::vector<SegmentRun>;

  /// Refers to `multitext`.
  explicit RowEdits(const Multitext& multitext) : multitext_(multitext) {}

  /// Rows [first, last) become rows with these runs, which hold the same segments. A row
  /// without any goes away.
  [[nodiscard]] Decision replace(std::uint32_t first, std::uint32_t last,
                                 std::vector<Runs> wanted) const;

  /// Rows [first, last) become one.
  [[nodiscard]] Decision join(std::uint32_t first, std::uint32_t last) const;

  /// A row becomes two: each document's segments from `cuts` on go to the second.
  [[nodiscard]] Decision part(std::uint32_t row, std::span<const std::uint32_t> cuts) const;

  /// Where part() would cut the others, by the length of their texts, when `document` is
  /// cut before `segment`.
  [[nodiscard]] std::vector<std::uint32_t> likely_cuts(std::uint32_t row,
                                                       std::uint32_t document,
                                                       std::uint32_t segment) const;

  enum class Towards : std::uint8_t { above, below };

  /// The first segment of a document in a row goes to the row above, or the last one to the
  /// row below.
  [[nodiscard]] Decision push(std::uint32_t row, std::uint32_t document,
                              Towards towards) const;

 private:
  [[nodiscard]] const Row& row_at(std::uint32_t row) const;

  const Multitext& multitext_;
};

/// All beads of a row, of all pairs: also those without one side, so that confirming a row
/// says that nothing is missing.
/// Errors: Fault::inconsistent when there is no such row.
[[nodiscard]] std::vector<BeadsBetween> all_beads_of_row(const Multitext& multitext,
                                                         std::uint32_t row);

/// The same of one document's pairs only.
[[nodiscard]] std::vector<BeadsBetween> beads_of_row_in(const Multitext& multitext,
                                                        std::uint32_t row,
                                                        std::uint32_t document);

}  // namespace hexapla
